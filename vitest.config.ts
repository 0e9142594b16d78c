import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        ssr: { resolve: { conditions: ['react-server'], externalConditions: ['react-server'] } },
        test: {
          name: 'server',
          environment: 'node',
          include: ['{lib,scripts,prisma,app}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['components/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
