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
  'conversation.renamed': 'A conversation was renamed',
  'conversation.deleted': 'A conversation and its key were deleted',
  'conversation.branch_selected': 'Another branch of a conversation was shown',
  'conversation.unreadable': 'A stored value did not decrypt in its place',
  'handover.opened': 'Someone handed something over to a person',
  'contest.opened': 'Someone contested an answer',
  'staff.opened': 'Staff opened a case of a customer',
  'case.replied': 'Staff replied in a case',
  'case.closed': 'Staff closed a case',
  'identity.signed_in': 'Someone signed in',
  'identity.sign_in_failed': 'A sign-in failed',
  'identity.sign_in_throttled': 'A sign-in was refused after too many failures',
  'identity.signed_out': 'Someone signed out',
  'identity.sessions_revoked': 'All sessions of a person were ended',
  'request.refused': 'A request was refused: malformed, wrong origin, not theirs',
  'retention.removed': 'Expired conversations and their keys were removed',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
