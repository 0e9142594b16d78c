import 'server-only';
import { z } from 'zod';
import { roleSchema } from '#lib/contract/roles.ts';
import { database } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

const rowSchema = z.object({
  person_id: z.uuid(),
  tenant_id: z.uuid(),
  role: roleSchema,
  session_version: z.int(),
  password_hash: z.string().nullable().optional(),
});

/** A person before they have signed in. `passwordHash` is null where they have no password. */
export type Account = {
  readonly viewer: Viewer;
  readonly sessionVersion: number;
  readonly passwordHash: string | null;
};

/** The account of a normalised e-mail address, or null. Runs as `cs_auth`, which sees this one account. */
export async function findAccount(email: string): Promise<Account | null> {
  return toAccount(await database('auth').$queryRaw`SELECT * FROM cs.find_account(${email})`);
}

/** The account linked to an OpenID provider's subject, or null. */
export async function findLinkedAccount(issuer: string, subject: string): Promise<Account | null> {
  return toAccount(
    await database('auth').$queryRaw`SELECT * FROM cs.find_linked_account(${issuer}, ${subject})`,
  );
}

function toAccount(rows: unknown): Account | null {
  const [row] = z.array(rowSchema).parse(rows);
  if (!row) return null;
  return {
    viewer: { personId: row.person_id, role: row.role, homeTenantId: row.tenant_id },
    sessionVersion: row.session_version,
    passwordHash: row.password_hash ?? null,
  };
}
