import type { ClaimTable } from './claim.ts';

/** Promises about what operators can stop, and whom they let in. */
export const OPERATOR_CLAIMS: ClaimTable = {
  'C-85': {
    promise:
      'The kill switch, for everything, a customer, a tool or a model, holds within a second in every process, also for what is being written.',
    keptBy: 'lib/stages/admission/kill-switch.ts',
    provedBy: [
      {
        file: 'e2e/attacks/kill-switch.spec.ts',
        test: 'thrown in one process, nothing of a customer’s answer leaves another after a second, and none begins in either',
      },
      {
        file: 'lib/stages/admission/kill-switch.test.ts',
        test: 'holds for the customer, the model and the tool it names, and for no other',
      },
      {
        file: 'lib/stages/admission/kill-switch.test.ts',
        test: 'ends work in flight within a second, with the reason',
      },
    ],
    shownBy: 'npm test -- --only build,e2e',
  },
  'C-86': {
    promise:
      'One administrator stops the assistant at once; starting it again takes a reason, a fresh sign-in and the state they saw.',
    keptBy: 'lib/commands/set-switch.ts',
    provedBy: [{ file: 'lib/commands/set-switch.test.ts', test: 'the kill switch' }],
    shownBy: 'npm test -- --only unit',
  },
  'C-87': {
    promise:
      'Address rules come before everything else of every request; where they can’t be read, nobody gets in.',
    keptBy: 'app/door.ts',
    provedBy: [
      { file: 'app/api/door.test.ts', test: 'an address that is kept out' },
      { file: 'app/api/door.test.ts', test: 'where the rules can no longer be read, nobody passes' },
      {
        file: 'lib/stages/admission/addresses/is-let-in.test.ts',
        test: 'is what PostgreSQL says of the same rules, for every address and every spelling of it',
      },
      {
        file: 'e2e/journeys/switches.spec.ts',
        test: 'whoever is kept out sees no page, with or without its frame, and the page is nobody’s but operators’',
      },
    ],
    shownBy: 'npm test -- --only build,e2e',
  },
  'C-88': {
    promise:
      'No administrator can lock themself out by a rule, and a command lets whoever is locked out back in.',
    keptBy: 'lib/commands/change-addresses.ts',
    provedBy: [
      { file: 'lib/commands/change-addresses.test.ts', test: 'a rule about addresses' },
      { file: 'lib/commands/change-addresses.test.ts', test: 'from a command line' },
    ],
    shownBy: 'npm run addresses -- --clear',
  },
  'C-89': {
    promise:
      'What somebody’s questions cost is seen by themself and by operators: not by colleagues, not by whoever owns their organisation.',
    keptBy: 'lib/operations/usage/read-own-usage.ts',
    provedBy: [
      { file: 'lib/operations/usage/usage.test.ts', test: 'what a person is shown' },
      { file: 'lib/operations/usage/usage.test.ts', test: 'is nobody else’s to see' },
    ],
    shownBy: 'npm test -- --only unit',
  },
};
