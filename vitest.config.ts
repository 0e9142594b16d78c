import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const DEMO_MODEL = 'lib/stages/model/demo/**/*.test.ts';

/** Tests of functions alone: no database, no setting, nothing shared is changed. They need no worker each. */
const PURE = [
  'lib/contract/**/*.test.ts',
  'lib/kernel/{event-stream,ids,read-number}.test.ts',
  'lib/kernel/personal-data/**/*.test.ts',
  'lib/stages/{input-guard,output-guard,prompt}/**/*.test.ts',
  'lib/stages/identity/{client-address,email}.test.ts',
  'lib/stages/identity/second-factor/time-code.test.ts',
  'lib/stages/{model/price-usage,tools/parse-arguments,history/search/{fold,queue-search}}.test.ts',
  'lib/operations/lab/{list-switches,catalogue/*,inbox/*,oracle/*,page/*,report/*}.test.ts',
  'scripts/{claims,fences,fuzz,guard,pii,provider-table,records,settings,tool-table}/**/*.test.ts',
  'scripts/liveness/{check-answer,dialogue-file,fact-shown,judge-turn}.test.ts',
];

/** Room for a machine that does other work too: only what never ends meets these, so they cost nothing where all is well. */
const PATIENCE = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000, interval: 20 } },
};

const serverCode = {
  ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
};

export default defineConfig({
  test: {
    // Each worker has a database of its own: scripts/test/worker-database.ts.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        ...serverCode,
        test: {
          name: 'server',
          environment: 'node',
          include: ['{lib,scripts,prisma,app}/**/*.test.ts'],
          exclude: [DEMO_MODEL, ...PURE],
          isolate: false,
          globalSetup: ['scripts/test/vitest-databases.ts'],
          setupFiles: ['scripts/test/vitest-settings.ts', 'scripts/test/vitest-properties.ts'],
          ...PATIENCE,
        },
      },
      {
        ...serverCode,
        test: {
          name: 'pure',
          environment: 'node',
          include: PURE,
          isolate: false,
          setupFiles: ['scripts/test/vitest-properties.ts'],
          ...PATIENCE,
        },
      },
      {
        ...serverCode,
        test: {
          name: 'demo-model',
          environment: 'node',
          include: [DEMO_MODEL],
          // What it learned from its examples is shared by its test files: learning takes longer than most of them.
          isolate: false,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'components',
          environment: 'jsdom',
          // Each test takes down what it rendered; a document for every file would cost more than the tests.
          isolate: false,
          include: ['components/**/*.test.{ts,tsx}'],
          setupFiles: ['scripts/test/vitest-screens.ts'],
          ...PATIENCE,
        },
      },
    ],
  },
});
