import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const DEMO_MODEL = 'lib/stages/model/demo/**/*.test.ts';

export default defineConfig({
  test: {
    // Each worker has a database of its own: scripts/test/worker-database.ts.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
        test: {
          name: 'server',
          environment: 'node',
          include: ['{lib,scripts,prisma,app}/**/*.test.ts'],
          exclude: [DEMO_MODEL],
          globalSetup: ['scripts/test/vitest-databases.ts'],
          setupFiles: ['scripts/test/vitest-settings.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
        test: {
          name: 'demo-model',
          environment: 'node',
          include: [DEMO_MODEL],
          // What it learned from its examples is shared by its test files: learning takes longer than most of them.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['components/**/*.test.{ts,tsx}'],
          testTimeout: 15_000,
        },
      },
    ],
  },
});
