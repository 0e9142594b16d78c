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
        test: 'an erasure that fails keeps neither others, nor copies, nor the sweep of those that ran out',
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
};
