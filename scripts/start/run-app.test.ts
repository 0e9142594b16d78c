import { expect, it } from 'vitest';
import { parseEnv } from '#lib/kernel/env.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';
import { appSettings } from './run-app.ts';

it('the app is given no connection as owner or administrator, and starts without them', () => {
  const url = (role: string) => `postgresql://${role}:x@127.0.0.1:5432/countersign`;
  const given = appSettings({
    ...newSecrets(),
    DATABASE_URL: url('postgres'),
    DATABASE_URL_OWNER: url('cs_owner'),
    DATABASE_URL_SEAL: url('cs_seal'),
    DATABASE_URL_AUDIT: url('cs_audit'),
    DATABASE_URL_APP: url('cs_app'),
    DATABASE_URL_AUTH: url('cs_auth'),
  });
  expect(Object.values(given).join(' ')).not.toMatch(/postgres:x|cs_owner|cs_seal|cs_audit/);
  expect(given.DATABASE_URL).toBe('');
  expect(parseEnv({ ...given }).DATABASE_URL_APP).toBe(url('cs_app'));
});
