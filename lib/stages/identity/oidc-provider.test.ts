import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { followProvider } from '#e2e/oidc/follow-provider.ts';
import { type LocalProvider, startLocalProvider } from '#e2e/oidc/local-provider.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { type AuthClient, authClient } from '#scripts/test/auth-client.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { decodeSession } from './session-token.ts';

const COOKIE = 'next-auth.session-token';
let provider: LocalProvider;
let person: MadePerson;
let client: AuthClient;

beforeAll(async () => {
  provider = await startLocalProvider(['http://localhost:3000/api/auth/callback/oidc']);
  vi.stubEnv('AUTH_TRUST_HOST', '1');
  vi.stubEnv('OIDC_ISSUER', provider.issuer);
  vi.stubEnv('OIDC_CLIENT_ID', provider.clientId);
  vi.stubEnv('OIDC_CLIENT_SECRET', provider.clientSecret);
});
beforeEach(async () => {
  person = await makePerson();
  client = authClient();
});
afterAll(async () => {
  await provider.stop();
  await closeDatabases();
  vi.unstubAllEnvs();
});

/** From the button to the last redirect. `tamper` may change what the provider sends back. */
async function signInAtProvider(tamper: (back: URL) => void = () => undefined): Promise<string | null> {
  const { location } = await client.submit('signin/oidc', { callbackUrl: '/plan' });
  const back = await followProvider(location ?? '');
  tamper(back);
  return (await client.get(`callback/oidc${back.search}`)).location;
}
const signedIn = () => decodeSession(client.cookies.get(COOKIE));

describe('a provider’s account signs in', () => {
  test('the person with its verified address', async () => {
    provider.signInAs({
      subject: `s-${person.email}`,
      email: person.email.toUpperCase(),
      emailVerified: true,
    });
    expect(await signInAtProvider()).toBe('http://localhost:3000/plan');
    expect((await signedIn())?.personId).toBe(person.viewer.personId);
  });

  test('the person it is linked to, whatever its address says', async () => {
    const { personId, homeTenantId: tenantId } = person.viewer;
    const subject = `linked-${person.email}`;
    await withViewer(
      person.viewer,
      (tx) =>
        tx.identityLink.createMany({ data: [{ issuer: provider.issuer, subject, personId, tenantId }] }),
      'owner',
    );
    provider.signInAs({ subject, email: 'changed@elsewhere.test', emailVerified: false });
    await signInAtProvider();
    expect((await signedIn())?.personId).toBe(personId);
  });

  test('with PKCE, state and nonce in its request', async () => {
    const { location } = await client.submit('signin/oidc', {});
    const query = new URL(location ?? '').searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(query.get(name)?.length).toBeGreaterThan(20);
    expect(query.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/oidc');
  });
});

describe('nobody is signed in, and nobody created', () => {
  test('by an address that the provider did not verify', async () => {
    provider.signInAs({ subject: `u-${person.email}`, email: person.email, emailVerified: false });
    expect(await signInAtProvider()).toContain('error=AccessDenied');
    expect(client.cookies.has(COOKIE)).toBe(false);
  });

  test('by an address that nobody here has', async () => {
    provider.signInAs({ subject: 'stranger', email: 'stranger@elsewhere.test', emailVerified: true });
    expect(await signInAtProvider()).toContain('error=AccessDenied');
    expect(client.cookies.has(COOKIE)).toBe(false);
  });

  test('by an address that only looks like someone’s', async () => {
    provider.signInAs({ subject: 'homoglyph', email: person.email.replace('o', 'о'), emailVerified: true });
    expect(await signInAtProvider()).toContain('error=AccessDenied');
  });

  test('with another state, a made-up code, or in a browser that did not begin it', async () => {
    provider.signInAs({ subject: `t-${person.email}`, email: person.email, emailVerified: true });
    for (const [name, value] of [
      ['state', 'other'],
      ['code', 'made-up'],
      ['iss', 'http://127.0.0.1:9'],
    ] as const) {
      await signInAtProvider((back) => back.searchParams.set(name, value));
      expect(client.cookies.has(COOKIE)).toBe(false);
    }
    const { location } = await client.submit('signin/oidc', {});
    const back = await followProvider(location ?? '');
    client = authClient();
    await client.get(`callback/oidc${back.search}`);
    expect(client.cookies.has(COOKIE)).toBe(false);
  });

  test('by an answer that was used before', async () => {
    provider.signInAs({ subject: `r-${person.email}`, email: person.email, emailVerified: true });
    let search = '';
    await signInAtProvider((back) => {
      search = back.search;
    });
    expect(await signedIn()).not.toBeNull();
    client.cookies.delete(COOKIE);
    await client.get(`callback/oidc${search}`);
    expect(client.cookies.has(COOKIE)).toBe(false);
  });
});
