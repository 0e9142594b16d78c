import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';

/** Promises about what the assistant may cost. */
export const MONEY_CLAIMS: ClaimTable = {
  'C-70': {
    promise:
      'A budget is never exceeded by one micro-USD: the most that a turn can cost is set aside before it begins, for its person, customer and everyone, by day and month.',
    keptBy: 'prisma/migrations/0200_money_rules/migration.sql',
    provedBy: [
      {
        file: 'lib/stages/admission/limits.property.test.ts',
        test: 'say what the history of turns says, and hold exactly what runs and what was spent',
      },
      {
        file: 'lib/stages/admission/races.test.ts',
        test: 'turns that end while others begin never take a budget past its limit, nor leave anything held',
      },
    ],
    shownBy: unit,
  },
  'C-71': {
    promise: 'What a provider says it cost is booked within what was set aside, or not believed.',
    keptBy: 'lib/turn/settlement.ts',
    provedBy: [
      {
        file: 'lib/turn/money.test.ts',
        test: 'is never more than was reserved, whatever the provider says; operators are told',
      },
    ],
    shownBy: unit,
  },
  'C-72': {
    promise: 'A process that dies leaves nothing reserved once the sweeper has been: within two minutes.',
    keptBy: 'lib/operations/jobs/sweep-lost-turns.ts',
    provedBy: [
      {
        file: 'lib/turn/interrupted.test.ts',
        test: 'loses nothing: the message is kept, the turn is closed as lost and audited, the same key answers it',
      },
    ],
    shownBy: unit,
  },
};
