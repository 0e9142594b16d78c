import { expect, test } from 'vitest';
import { INSTALLATIONS } from './installation.ts';

test('the lab and the clone’s own installation share nothing that either writes, and can run side by side', () => {
  const { own, lab } = INSTALLATIONS;
  for (const name of ['cluster', 'database', 'build', 'settingsFile', 'port'] as const)
    expect([name, lab[name]]).not.toEqual([name, own[name]]);
  // Cookies do not tell ports apart: without a name of its own, signing in to one would sign out of the other.
  expect(lab.settings.SESSION_COOKIE).toMatch(/^[\w.-]+$/);
  expect(own.settings).toEqual({});
});
