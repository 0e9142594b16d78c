import 'server-only';

/** Everything the log can say. A closed vocabulary: what is not listed here cannot be written. */
export const AUDIT_ACTIONS = {
  'turn.opened': 'A message was admitted and stored',
  'turn.refused': 'A message was refused before it reached the model',
  'turn.closed': 'A turn ended',
  'turn.lost': 'A turn whose process died was closed by the sweeper',
  'stage.flagged': 'A stage flagged something',
  'stage.redacted': 'A stage removed something',
  'stage.blocked': 'A stage blocked something',
  'tool.called': 'A tool ran for a viewer',
  'tool.denied': 'A tool call was refused',
  'approval.proposed': 'A change was proposed and waits for a person',
  'approval.confirmed': 'The first of two people agreed to a change',
  'approval.executed': 'A change was approved and carried out',
  'approval.rejected': 'A person decided against a change, or took it back',
  'approval.expired': 'Nobody decided about a change in time',
  'approval.voided': 'A proposed change no longer stands for what it was',
  'approval.failed': 'A change was approved and could not be carried out any more',
  'approval.refused': 'A decision was refused; the proposal waits on',
  'staff.opened': 'Staff opened one case of a customer',
  'conversation.renamed': 'A conversation was renamed',
  'conversation.deleted': 'A conversation and its key were deleted',
  'conversation.branch_selected': 'Another branch of a conversation was shown',
  'conversation.unreadable': 'A stored value did not decrypt in its place',
  'identity.signed_in': 'Someone signed in',
  'identity.sign_in_failed': 'A sign-in failed',
  'identity.sign_in_throttled': 'A sign-in was refused after too many failures',
  'identity.signed_out': 'Someone signed out',
  'identity.sessions_revoked': 'All sessions of a person were ended',
  'request.refused': 'A request was refused: malformed, wrong origin, not theirs',
  'retention.removed': 'Expired conversations and their keys were removed',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
