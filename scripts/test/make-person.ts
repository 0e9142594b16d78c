import { randomBytes } from 'node:crypto';
import type { Role } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { hashPassword } from '#lib/stages/identity/password.ts';
import { encodeSession, sessionCookieName } from '#lib/stages/identity/session-token.ts';

export type MadePerson = {
  readonly viewer: Viewer;
  readonly email: string;
  readonly password: string;
  /** `name=value` of a session cookie, as if this person had signed in. */
  readonly cookie: string;
};

/**
 * A fresh person in a fresh tenant (or in one that exists), written as rows by the owner role: the one way tests get
 * someone to be. Without `password` the person has a session cookie and no password, which saves hashing one.
 */
export async function makePerson(
  wanted: { role?: Role; tenantId?: string; password?: boolean; email?: string } = {},
): Promise<MadePerson> {
  const { role = 'owner', tenantId = newId() } = wanted;
  const tag = randomBytes(6).toString('hex');
  const person = {
    id: newId(),
    tenantId,
    email: wanted.email ?? `${role}-${tag}@tests.test`,
    label: `Test ${role}`,
    role,
  };
  const viewer: Viewer = { personId: person.id, role, homeTenantId: tenantId };
  const password = randomBytes(12).toString('base64url');
  const passwordHash = wanted.password ? await hashPassword(password) : null;
  await withViewer(
    viewer,
    async (tx) => {
      const tenant = {
        id: tenantId,
        slug: `t-${tag}`,
        name: `Tenant ${tag}`,
        currency: 'EUR',
        locale: 'en-IE',
        timeZone: 'Europe/Dublin',
      };
      if (!wanted.tenantId) await tx.tenant.createMany({ data: [tenant] });
      await tx.person.createMany({ data: [person] });
      if (passwordHash)
        await tx.credential.createMany({ data: [{ personId: person.id, tenantId, passwordHash }] });
    },
    'owner',
  );
  const token = await encodeSession({
    personId: person.id,
    tenantId,
    role,
    sessionVersion: 1,
    sessionId: newId(),
  });
  return { viewer, email: person.email, password, cookie: `${sessionCookieName()}=${token}` };
}
