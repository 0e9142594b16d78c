import { randomBytes } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { env } from '#lib/kernel/env.ts';
import { decodeSession, encodeSession } from '#lib/stages/identity/session-token.ts';
import { createKeyRing } from '#lib/stages/model/keys/key-ring.ts';
import { followSettings } from '#lib/stages/model/keys/watch-key-file.ts';
import { newId } from '../ids.ts';
import { holdSecrets } from './hold-secrets.ts';
import type { SecretValues } from './secret-source.ts';

let version = 0;
const inForce = (values: SecretValues) =>
  holdSecrets({ version: (version += 1), layers: {}, values, untilMs: Infinity });
afterEach(() => holdSecrets(undefined));

const session = {
  personId: newId(),
  tenantId: newId(),
  role: 'owner',
  sessionVersion: 1,
  sessionId: newId(),
} as const;
const secret = () => randomBytes(48).toString('base64url');

test('another session secret counts at once: what was sealed under the old one opens no more, and under the new one does', async () => {
  const [older, newer] = [secret(), secret()];
  inForce({ SESSION_SECRET: older });
  expect(env().SESSION_SECRET).toBe(older);
  const cookie = await encodeSession(session);
  expect(await decodeSession(cookie)).toMatchObject({ sessionId: session.sessionId });
  inForce({ SESSION_SECRET: newer });
  expect(env().SESSION_SECRET).toBe(newer);
  expect(await decodeSession(cookie)).toBeNull();
  expect(await decodeSession(await encodeSession(session))).not.toBeNull();
});

test('provider keys of the settings are followed without a restart, and what takes them away for a moment takes none away', async () => {
  const keys = ['key-a-0001', 'key-b-0002', 'key-c-0003'] as const;
  const ring = createKeyRing([keys[0]], () => undefined);
  inForce({ OPENAI_API_KEYS: keys[0] });
  const { stop } = followSettings(() => env().OPENAI_API_KEYS.split(','), ring);
  const first = ring.take();
  inForce({ OPENAI_API_KEYS: `${keys[1]},${keys[0]}` });
  await vi.waitFor(() => expect(ring.take()?.secret).toBe(keys[1]), { timeout: 20_000 });
  expect(first?.signal.aborted).toBe(false);
  inForce({ OPENAI_API_KEYS: keys[1] });
  await vi.waitFor(() => expect(first?.signal.aborted).toBe(true), { timeout: 20_000 });
  // Too old: `env` says nothing, and the ring stays as it was.
  holdSecrets({ version: (version += 1), layers: {}, values: {}, untilMs: 0 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(ring.take()?.secret).toBe(keys[1]);
  stop();
});
