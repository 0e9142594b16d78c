import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const browser = 'npm test -- --only build,e2e';

/** Promises about people's data: who reads it, how it is kept and when it goes. */
export const DATA_CLAIMS: ClaimTable = {
  'C-01': {
    promise: 'The model reads only what its person may read.',
    keptBy: 'prisma/migrations/0020_billing_rules/migration.sql',
    provedBy: [
      { file: 'lib/billing/ledger-rules.test.ts', test: 'row-level security of the ledger' },
      {
        file: 'lib/stages/tools/parse-arguments.test.ts',
        test: 'never takes a user, a tenant, a role or an id: whose data is read follows from the session',
      },
      {
        file: 'lib/turn/hostile-provider.test.ts',
        test: 'finds nothing of another tenant, even by that tenant’s own handle',
      },
    ],
    shownBy: unit,
  },
  'C-03': {
    promise:
      'Nobody sees another person’s conversation; someone else’s, a deleted and a malformed id get the same 404.',
    keptBy: 'lib/stages/history/read-conversation.ts',
    provedBy: [
      {
        file: 'app/api/conversations/route.test.ts',
        test: 'of someone else, of nobody and with a malformed id are one and the same 404, whatever is asked',
      },
      { file: 'e2e/authz/matrix.spec.ts', test: 'control: the person whose things they are does reach them' },
      { file: 'e2e/authz/matrix.spec.ts', test: 'after all of that the conversation is as it was' },
    ],
    shownBy: browser,
  },
  'C-04': {
    promise:
      'Messages are encrypted under a key per conversation and bound to their place; no clear text is in the database.',
    keptBy: 'lib/kernel/cipher/envelope.ts',
    provedBy: [
      { file: 'lib/kernel/cipher/envelope.test.ts', test: 'a sealed value' },
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'stands in the database as no word of what was said',
      },
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'does not open a message that was moved to another place, another speaker or another conversation',
      },
    ],
    shownBy: unit,
  },
  'C-05': {
    promise: 'Deleted means unreadable at once.',
    keptBy: 'lib/stages/history/change-conversation.ts',
    provedBy: [
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'that deletes it destroys its key at once: no copy of its rows can be read any more',
      },
    ],
    shownBy: unit,
  },
  'C-06': {
    promise: 'Conversations go, with their key, 90 days after their last message.',
    keptBy: 'lib/operations/retention/purge/conversations.ts',
    provedBy: [
      { file: 'lib/operations/retention/purge-conversations.test.ts', test: 'after ninety days' },
      { file: 'lib/operations/retention/interrupted.test.ts', test: 'a run that is cut off' },
    ],
    shownBy: 'npm run retention -- --dry-run',
  },
  'C-25': {
    promise:
      'Keys are changed while people read and write; killed anywhere, nothing is lost; a retired key wraps nothing any more.',
    keptBy: 'lib/operations/keys/rewrap-keys.ts',
    provedBy: [
      {
        file: 'lib/operations/keys/rotation-under-load.test.ts',
        test: 'runs beside people who begin and read conversations, and nothing fails for them',
      },
      {
        file: 'lib/operations/keys/rotation-under-load.test.ts',
        test: 'killed anywhere loses nothing, and one more run finishes it',
      },
      {
        file: 'lib/operations/keys/rotation.test.ts',
        test: 'is refused for new writes by the database, whoever still has it',
      },
    ],
    shownBy: 'npm run keys:rotate -- --dry-run',
  },
  'C-50': {
    promise:
      'What is on legal hold is not deleted, whoever asks; setting and releasing one takes two people.',
    keptBy: 'prisma/migrations/0140_retention_rules/migration.sql',
    provedBy: [
      { file: 'lib/operations/retention/holds/holds.test.ts', test: 'what is on legal hold' },
      { file: 'lib/operations/retention/holds/holds.test.ts', test: 'a hold' },
      { file: 'lib/operations/retention/holds/evidence.test.ts', test: 'under a hold' },
      { file: 'lib/operations/retention/holds/hold-again.test.ts', test: 'one administrator alone' },
    ],
    shownBy: unit,
  },
  'C-51': {
    promise: 'What is older than promised raises an alert, whether a worker runs or not.',
    keptBy: 'lib/operations/retention/verify/verify-retention.ts',
    provedBy: [
      { file: 'lib/operations/retention/verify/verify-retention.test.ts', test: 'a job that stands still' },
      {
        file: 'lib/operations/retention/verify/verify-retention.test.ts',
        test: 'after 91 days and a run of the job nothing is late but what is on hold, and the verifier is silent',
      },
    ],
    shownBy: unit,
  },
  'C-15': {
    promise: 'A message survives a crash between receiving it and answering it.',
    keptBy: 'lib/turn/close.ts',
    provedBy: [
      {
        file: 'lib/turn/interrupted.test.ts',
        test: 'loses nothing: the message is kept, the turn is closed as lost and audited, the same key answers it',
      },
    ],
    shownBy: unit,
  },
  'C-16': {
    promise: 'No runtime role is a superuser, owns a table or bypasses row-level security.',
    keptBy: 'scripts/database/roles.ts',
    provedBy: [
      { file: 'scripts/database/rules.test.ts', test: 'every table' },
      { file: 'scripts/database/rules.test.ts', test: 'a role that runs' },
    ],
    shownBy: unit,
  },
  'C-17': {
    promise: 'The audit log is append-only, attributed, and holds no content.',
    keptBy: 'lib/stages/audit/record.ts',
    provedBy: [
      { file: 'scripts/database/rules.test.ts', test: 'the audit log' },
      { file: 'lib/stages/audit/record.test.ts', test: 'an audit entry' },
      {
        file: 'lib/turn.test.ts',
        test: 'leaves an entry for its opening, each look-up and its end, and no word of its content',
      },
    ],
    shownBy: unit,
  },
};
