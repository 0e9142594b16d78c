import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const ERASE = 'lib/operations/privacy/erase';
const EXPORT = 'lib/operations/privacy/export/export.test.ts';

/** What a person can do about what is held about them. */
export const PRIVACY_CLAIMS: ClaimTable = {
  'C-60': {
    promise:
      'What was erased is gone, a restored backup of it stays unreadable, and nothing is written past an erasure.',
    keptBy: `${ERASE}/begin-erasure.ts`,
    provedBy: [
      { file: `${ERASE}/erase.test.ts`, test: 'an account that is erased' },
      { file: `${ERASE}/races.test.ts`, test: 'a turn in flight while its person’s account is erased' },
      { file: `${ERASE}/races.test.ts`, test: 'whoever still writes when an erasure begins' },
      { file: `${ERASE}/begun.test.ts`, test: 'as soon as an erasure has begun' },
      { file: `${ERASE}/conversation.test.ts`, test: 'a conversation that is erased' },
      {
        file: `${ERASE}/conversation.test.ts`,
        test: 'an erasure that names another person’s conversation',
      },
      {
        file: 'lib/operations/privacy/work.test.ts',
        test: 'an erasure that fails keeps neither others, nor copies, nor the sweep of those that were fetched',
      },
      {
        file: `${ERASE}/restored-backup.test.ts`,
        test: 'a backup of the content tables, restored beside the live keys after an erasure, opens for nobody',
      },
      { file: 'lib/operations/privacy/crash.test.ts', test: 'killed at any moment' },
    ],
    shownBy: unit,
  },
  'C-61': {
    promise: 'The receipt of an erasure is signed, and anyone can verify it.',
    keptBy: 'lib/kernel/receipt/verify-receipt.ts',
    provedBy: [
      { file: 'lib/kernel/receipt/receipt.test.ts', test: 'a signed receipt' },
      {
        file: 'scripts/privacy/receipt-verify.test.ts',
        test: 'anyone verifies a receipt with one command, against the key that its issuer publishes',
      },
    ],
    shownBy: 'npm run receipt:verify -- FILE',
  },
  'C-62': {
    promise:
      'A copy of one’s data holds everything about its person and nothing of anyone else, and is had once.',
    keptBy: 'lib/operations/privacy/export/download-export.ts',
    provedBy: [
      { file: EXPORT, test: 'a copy of one’s data' },
      { file: 'app/api/(privacy)/privacy-routes.test.ts', test: 'copies over HTTP' },
    ],
    shownBy: unit,
  },
  'C-65': {
    promise: 'A legal hold wins over every removal: also one that is set while something is being removed.',
    keptBy: 'prisma/migrations/0240_keeping_rules/migration.sql',
    provedBy: [
      {
        file: 'lib/operations/retention/holds/hold-races.test.ts',
        test: 'a hold that is set while a batch runs waits for its end, and from then on nothing goes',
      },
      {
        file: 'lib/operations/retention/holds/hold-races.test.ts',
        test: 'a hold that is being set when a batch begins wins: the batch waits, looks, and leaves it',
      },
    ],
    shownBy: unit,
  },
  'C-66': {
    promise:
      'A real dump of before an erasure, restored beside the live keys, opens nothing of what was erased.',
    keptBy: `${ERASE}/begin-erasure.ts`,
    provedBy: [
      {
        file: `${ERASE}/dumped-backup.test.ts`,
        test: 'pg_dump before an erasure, restored beside the live keys: that person’s content can’t be read, others’ can',
      },
    ],
    shownBy: unit,
  },
  'C-67': {
    promise: 'Copies, receipts of erasures, counters and settings have a period too, and are gone after it.',
    keptBy: 'lib/operations/retention/policy.ts',
    provedBy: [
      {
        file: 'lib/operations/retention/purge-others.test.ts',
        test: 'a copy that nobody fetched goes after a week, its key first; one that runs is left alone, on hold or not',
      },
      {
        file: 'lib/operations/retention/purge-others.test.ts',
        test: 'receipts of erasures go after seven years, counters of searches after a day, settings with their account',
      },
    ],
    shownBy: 'npm run retention -- --dry-run',
  },
  'C-68': {
    promise: 'Answers say in a way that machines read whether a model wrote them.',
    keptBy: 'lib/contract/generated-by.ts',
    provedBy: [
      { file: 'app/api/conversations/route.test.ts', test: 'says of every text who wrote it' },
      {
        file: 'lib/turn/done-event.test.ts',
        test: 'the last event of an answer says who wrote it: a model, or for a refusal the application',
      },
    ],
    shownBy: unit,
  },
};
