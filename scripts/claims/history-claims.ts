import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const browser = 'npm test -- --only build,e2e';

/** Promises about what a person does with their own history. */
export const HISTORY_CLAIMS: ClaimTable = {
  'C-32': {
    promise:
      'A search opens its own person’s rows alone and leaves no index behind; one bad row hides no other.',
    keptBy: 'lib/stages/history/search/search-conversations.ts',
    provedBy: [
      {
        file: 'lib/commands/search-conversations.test.ts',
        test: 'what another person said, in their tenant or elsewhere, even with a cursor of theirs',
      },
      { file: 'lib/commands/search-conversations.test.ts', test: 'a value that does not open in its place' },
    ],
    shownBy: unit,
  },
  'C-33': {
    promise: 'A temporary chat is in no list and no search, and is kept for an hour after its last message.',
    keptBy: 'lib/stages/history/search/rows.ts',
    provedBy: [
      {
        file: 'lib/commands/search-conversations.test.ts',
        test: 'what was said in a temporary conversation, was deleted, or has expired',
      },
      {
        file: 'e2e/journeys/temporary.spec.ts',
        test: 'a temporary chat says what it is, is in no list and no search, and its address leads back to it',
      },
    ],
    shownBy: browser,
  },
  'C-34': {
    promise: 'A person’s own period can only be shorter than their organisation’s.',
    keptBy: 'prisma/migrations/0160_history_rules/migration.sql',
    provedBy: [
      {
        file: 'lib/commands/set-keeping.test.ts',
        test: 'is never longer than the organisation’s, nor than a temporary conversation’s hour',
      },
      {
        file: 'lib/commands/set-keeping.test.ts',
        test: 'deletes, with their keys, as many as the preview said; the others are kept for less',
      },
    ],
    shownBy: unit,
  },
  'C-35': {
    promise: 'Every answer and every refusal is explained to its own person, and to nobody else.',
    keptBy: 'lib/stages/history/explain-turn.ts',
    provedBy: [
      { file: 'app/api/turns/[turnId]/explain/route.test.ts', test: 'an answer is explained' },
      {
        file: 'app/api/turns/[turnId]/explain/route.test.ts',
        test: 'someone else’s turn, an unknown, a malformed, an expired and a deleted one are one and the same 404',
      },
    ],
    shownBy: unit,
  },
};
