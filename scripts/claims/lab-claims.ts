import type { ClaimTable } from './claim.ts';

/** What is promised of the attack lab. */
export const LAB_CLAIMS: ClaimTable = {
  'C-98': {
    promise:
      'Each row of the OWASP lists for LLM applications (2025 and 2026) and for agents has an attack in the lab, or a page that says why there is none.',
    keptBy: 'lib/operations/lab/absent.ts',
    provedBy: [
      { file: 'lib/operations/lab/frameworks.test.ts', test: 'each row of the OWASP lists has an attack' },
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
        test: 'of two hundred attacks that people typed',
      },
    ],
    shownBy: 'npm run lab:typed',
  },
};
