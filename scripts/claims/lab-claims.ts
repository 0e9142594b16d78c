import type { ClaimTable } from './claim.ts';

/** Promises about the attack lab: what it runs, what its results are worth, and what is in it. */
export const LAB_CLAIMS: ClaimTable = {
  'C-90': {
    promise:
      '`npm run lab` runs every attack of the catalogue against the application itself and fails where one lands with every defence in place.',
    keptBy: 'lib/operations/lab/report/find-problems.ts',
    provedBy: [
      {
        file: 'scripts/lab/lab.test.ts',
        test: 'an attack that lands under everything makes the command exit with 1, and says which',
      },
      {
        file: 'scripts/lab/lab.test.ts',
        test: 'three attacks land under no defence and stop under all; the JSON is the contract’s, and two runs are the same',
      },
      {
        file: 'lib/operations/lab/list-switches.test.ts',
        test: 'everything plants nothing: it is the application itself',
      },
    ],
    shownBy: 'npm run lab -- --json',
  },
  'C-91': {
    promise: 'What was not tried, or broke on the way, never counts as safe.',
    keptBy: 'lib/operations/lab/oracle/judge.ts',
    provedBy: [
      {
        file: 'scripts/lab/engine.test.ts',
        test: 'an oracle that throws makes the run not-tried, and says so: it never counts as safe',
      },
      {
        file: 'scripts/lab/engine.test.ts',
        test: 'a live model that never answers ends the step in time, and the result is marked as not repeatable',
      },
      {
        file: 'lib/operations/lab/report/report.test.ts',
        test: 'the JSON is the wire contract’s, and the page draws not-tried never as safe',
      },
    ],
    shownBy: 'npm test -- --only unit',
  },
  'C-92': {
    promise: 'Every run of the lab has customers of its own: thirty side by side never see each other’s.',
    keptBy: 'lib/operations/lab/run/cast.ts',
    provedBy: [
      {
        file: 'scripts/lab/engine.test.ts',
        test: 'thirty runs side by side never see each other’s customers',
      },
      {
        file: 'lib/operations/lab/inbox/inbox.test.ts',
        test: 'two runs never see each other’s, and what nobody waits for is forgotten',
      },
    ],
    shownBy: 'npm test -- --only unit',
  },
  'C-98': {
    promise:
      'Each row of the OWASP lists for LLM applications (2025 and 2026) and for agents has an attack in the lab, or a page that says why there is none.',
    keptBy: 'lib/operations/lab/absent.ts',
    provedBy: [
      {
        file: 'lib/operations/lab/frameworks.test.ts',
        test: 'each row of the OWASP lists has an attack, or a page that says why there is none',
      },
      { file: 'lib/operations/lab/levels.test.ts', test: 'each level stops what beat the one before it' },
    ],
    shownBy: 'npm run lab',
  },
  'C-99': {
    promise: 'The demo model tries at least four of five attacks that people type, in five languages.',
    keptBy: 'lib/stages/model/demo/obey/wants.ts',
    provedBy: [
      {
        file: 'lib/stages/model/demo/obey/typed-attacks.test.ts',
        test: 'of two hundred attacks that people typed the model tries four in five at least',
      },
    ],
    shownBy: 'npm run lab:typed',
  },
};
