import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { signOut } from '#lib/commands/sign-out.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { requireViewer } from './require-viewer.ts';
import { revokeSessions } from './revoke-sessions.ts';
import { decodeSession, encodeSession, type Session } from './session-token.ts';
import { verifySession } from './verify-session.ts';

const jar = vi.hoisted(() => ({ value: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'next-auth.session-token' ? { value: jar.value } : undefined),
  }),
}));

let person: MadePerson;
let session: Session;
const token = (of: MadePerson) => of.cookie.slice(of.cookie.indexOf('=') + 1);
const code = () =>
  requireViewer().then(
    () => 'signed in',
    (error) => error.code,
  );

beforeEach(async () => {
  person = await makePerson();
  jar.value = token(person);
  const decoded = await decodeSession(jar.value);
  if (!decoded) throw new Error('the fixture makes a session that decodes');
  session = decoded;
});
afterAll(closeDatabases);

describe('a session holds', () => {
  test('for the person it was made for, with facts from their rows', async () => {
    const { viewer, profile } = await requireViewer();
    expect(viewer).toEqual(person.viewer);
    expect(profile).toMatchObject({
      email: person.email,
      currency: 'EUR',
      locale: 'en-IE',
      timeZone: 'Europe/Dublin',
    });
  });

  test('until sessions are revoked: then at once, everywhere', async () => {
    await withViewer(person.viewer, (tx) => revokeSessions(person.viewer, tx));
    expect(await code()).toBe('no_session');
  });

  test('until it is signed out; other sessions of the person go on', async () => {
    const other: Session = { ...session, sessionId: newId() };
    await signOut(session, newId());
    expect(await code()).toBe('no_session');
    expect(await verifySession(other)).not.toBeNull();
  });

  test('with the role of the person’s row, whatever the token says', async () => {
    jar.value = await encodeSession({ ...session, role: 'admin' });
    expect((await requireViewer()).viewer.role).toBe('owner');
  });

  test('never in another tenant', async () => {
    const neighbour = await makePerson();
    expect(await verifySession({ ...session, tenantId: neighbour.viewer.homeTenantId })).toBeNull();
  });

  test('never for a person who is gone, or under a version of the future', async () => {
    expect(await verifySession({ ...session, personId: newId() })).toBeNull();
    expect(await verifySession({ ...session, sessionVersion: 2 })).toBeNull();
  });
});

describe('a token that this server did not make is nobody', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = () => ({
    ...session,
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 600,
  });

  test('unsigned (alg none)', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      jar.value = `${part({ alg, typ: 'JWT' })}.${part(claims())}.`;
      expect(await code()).toBe('no_session');
    }
  });

  test('signed instead of encrypted, with the very secret', async () => {
    const { createHmac } = await import('node:crypto');
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims())}`;
    jar.value = `${body}.${createHmac('sha256', env().SESSION_SECRET).update(body).digest('base64url')}`;
    expect(await code()).toBe('no_session');
  });

  test('encrypted under another key', async () => {
    jar.value = await encode({ token: session, secret: randomBytes(32).toString('base64url'), maxAge: 600 });
    expect(await code()).toBe('no_session');
  });

  test('altered by one character anywhere', async () => {
    const original = token(person);
    for (let at = 0; at < original.length; at += 7) {
      // A segment's last character may carry bits that no byte uses.
      if (original[at] === '.' || (original[at + 1] ?? '.') === '.') continue;
      const altered = `${original.slice(0, at)}${original[at] === 'A' ? 'B' : 'A'}${original.slice(at + 1)}`;
      expect(await decodeSession(altered)).toBeNull();
    }
  });

  test('run out', async () => {
    jar.value = await encode({ token: session, secret: env().SESSION_SECRET, maxAge: -60 });
    expect(await code()).toBe('no_session');
  });

  test('made to last longer than any session of ours', async () => {
    jar.value = await encode({ token: session, secret: env().SESSION_SECRET, maxAge: 30 * 86_400 });
    expect(await code()).toBe('no_session');
  });

  test('one of ours for another purpose, or without the fields of a session', async () => {
    jar.value = await encode({
      token: session,
      secret: env().SESSION_SECRET,
      maxAge: 600,
      salt: 'next-auth.state',
    });
    expect(await code()).toBe('no_session');
    jar.value = await encode({ token: { sub: session.personId }, secret: env().SESSION_SECRET, maxAge: 600 });
    expect(await code()).toBe('no_session');
  });

  test('with a nested or weaker encryption named in its header', async () => {
    const key = Buffer.from(
      hkdfSync('sha256', env().SESSION_SECRET, '', 'NextAuth.js Generated Encryption Key', 32),
    );
    const header = part({ alg: 'dir', enc: 'A128GCM' });
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-128-gcm', key.subarray(0, 16), iv).setAAD(Buffer.from(header));
    const body = Buffer.concat([cipher.update(JSON.stringify(claims())), cipher.final()]);
    jar.value = [
      header,
      '',
      iv.toString('base64url'),
      body.toString('base64url'),
      cipher.getAuthTag().toString('base64url'),
    ].join('.');
    expect(await code()).toBe('no_session');
  });
});

describe('proofs of identity stay behind their own role', () => {
  test('the role that serves people cannot read a password hash, a link or a throttle', async () => {
    const denied = (read: Promise<unknown>) =>
      read.then(
        () => 'read',
        (error) => (JSON.stringify(error).includes('42501') ? 'denied' : 'other error'),
      );
    const answers = await Promise.all([
      denied(withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT password_hash FROM cs.credential`)),
      denied(withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT subject FROM cs.identity_link`)),
      denied(withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT points FROM cs.sign_in_throttle`)),
    ]);
    expect(answers).toEqual(['denied', 'denied', 'denied']);
  });

  test('the role that signs people in lists nobody: it sees the one account it asks about', async () => {
    await makePerson({ password: true });
    expect(await database('auth').$queryRaw`SELECT id FROM cs.person`).toEqual([]);
    expect(await database('auth').$queryRaw`SELECT person_id FROM cs.credential`).toEqual([]);
  });

  test('nobody can raise, or read, another person’s session version', async () => {
    const neighbour = await makePerson();
    const changed = await withViewer(
      person.viewer,
      (tx) =>
        tx.$executeRaw`UPDATE cs.person SET session_version = 9 WHERE id = ${neighbour.viewer.personId}::uuid`,
    );
    expect(changed).toBe(0);
  });
});
