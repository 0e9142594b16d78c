import { expect, it } from 'vitest';
import { blankEnvironment } from './test-env.ts';

it('a test run sees no credential of the shell it was started in, but the two services it may be pointed at', () => {
  const shell = {
    NODE_ENV: 'test' as const,
    PATH: '/bin',
    OPENAI_API_KEY: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    GITHUB_TOKEN: 'x',
    DATABASE_URL: 'x',
    SOME_PASSWORD: 'x',
    REDIS_URL: 'redis://here',
    TEST_DATABASE_URL: 'postgresql://here',
  };
  const seen = { ...shell, ...blankEnvironment(shell) };
  expect(Object.entries(seen).filter(([, value]) => value !== '')).toEqual([
    ['NODE_ENV', 'test'],
    ['PATH', '/bin'],
    ['REDIS_URL', 'redis://here'],
    ['TEST_DATABASE_URL', 'postgresql://here'],
  ]);
});
