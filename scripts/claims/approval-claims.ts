import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';

/** Promises about changes: what a decision is, and what it can't be. */
export const APPROVAL_CLAIMS: ClaimTable = {
  'C-18': {
    promise: 'What is executed is what was shown, once: fifty presses make one effect.',
    keptBy: 'lib/stages/approvals/redeem.ts',
    provedBy: [
      {
        file: 'lib/decision.test.ts',
        test: '50 times at once: one effect, 49 times "decided", time after time',
      },
      {
        file: 'lib/decision.test.ts',
        test: 'with a hash of another card does nothing, and the card waits on',
      },
      { file: 'lib/decision.test.ts', test: 'on a card that was altered where it is stored does nothing' },
    ],
    shownBy: unit,
  },
  'C-19': {
    promise: 'Two people above a threshold, never the same one twice, the second with a second factor.',
    keptBy: 'lib/decision.ts',
    provedBy: [
      {
        file: 'lib/decision/two-people.test.ts',
        test: 'the customer confirms, a finance approver countersigns with a second factor, and only then it happens',
      },
      {
        file: 'lib/decision/two-people.test.ts',
        test: 'nobody is both: whoever asked confirms once and can only take it back',
      },
      { file: 'lib/decision.test.ts', test: 'take a second person once they add up to the threshold' },
      {
        file: 'lib/commands/change-factor.test.ts',
        test: 'takes a sign-in of the last ten minutes: an open session alone sets up nothing',
      },
    ],
    shownBy: unit,
  },
  'C-20': {
    promise: 'Caps hold even if every proposal is approved.',
    keptBy: 'lib/stages/approvals/check-caps.ts',
    provedBy: [
      {
        file: 'lib/decision.test.ts',
        test: 'stays within the daily cap, also when the card was drawn before the cap was reached',
      },
    ],
    shownBy: unit,
  },
  'C-21': {
    promise: 'The ledger opens for one transaction per executed proposal; every other write is refused.',
    keptBy: 'prisma/migrations/0060_change_rules/migration.sql',
    provedBy: [
      {
        file: 'scripts/database/ledger-key.test.ts',
        test: 'is refused without the effect of an executed proposal in the same transaction',
      },
    ],
    shownBy: unit,
  },
  'C-22': {
    promise:
      'Whoever is stuck reaches a person, who reads the summary that was sent and never the conversation.',
    keptBy: 'lib/stages/history/cases/create-case.ts',
    provedBy: [
      {
        file: 'e2e/journeys/hand-over.spec.ts',
        test: 'a customer hands over, an agent who never sees the chat replies, and the reply stands in the chat',
      },
      {
        file: 'lib/stages/history/cases/cases.test.ts',
        test: 'has columns without content, and nobody’s name or conversation',
      },
    ],
    shownBy: 'npm test -- --only build,e2e',
  },
};
