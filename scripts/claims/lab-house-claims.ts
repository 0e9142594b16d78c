import type { ClaimTable } from './claim.ts';

/** Where the attack lab is, and where it is not. */
export const LAB_HOUSE_CLAIMS: ClaimTable = {
  'C-95': {
    promise:
      'A normal build holds nothing of the attack lab: no route, no planted fault, no setting, not even by name.',
    keptBy: 'lib/faults/without-faults.cjs',
    provedBy: [
      {
        file: 'e2e/lab/is-absent.spec.ts',
        test: 'a normal build holds no fault, route, setting or file of the attack lab, not even by name',
      },
      {
        file: 'e2e/lab/is-absent.spec.ts',
        test: 'every page and route of the attack lab is a 404 here, and says nothing else',
      },
      {
        file: 'lib/faults/without-faults.test.ts',
        test: 'no source asks for a fault once the loader has read it, and lines stay where they are',
      },
    ],
    shownBy: 'npm test -- --only build,e2e',
  },
  'C-96': {
    promise: 'A class reaches the lab over its gate, with a cookie that opens nothing else.',
    keptBy: 'scripts/lab/class/gate-rules.ts',
    provedBy: [
      { file: 'scripts/lab/class/gate.test.ts', test: 'a request of the class leads' },
      { file: 'scripts/lab/class/gate.test.ts', test: 'between the local network and the app' },
      {
        file: 'e2e/lab/class.spec.ts',
        test: 'a player’s cookie opens the lab and nothing else, and nobody but the trainer moves a class',
      },
    ],
    shownBy: 'npm test -- --only unit,e2e',
  },
  'C-97': {
    promise: 'The attack lab stands on an installation of its own: build, database, settings and cookie.',
    keptBy: 'scripts/system/installation.ts',
    provedBy: [
      {
        file: 'scripts/system/installation.test.ts',
        test: 'the lab and the clone’s own installation share nothing that either writes, and can run side by side',
      },
    ],
    shownBy: 'npm test -- --only unit',
  },
};
