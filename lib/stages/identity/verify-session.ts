import 'server-only';
import { z } from 'zod';
import { roleSchema } from '#lib/contract/roles.ts';
import { database } from '#lib/kernel/db.ts';
import type { Profile, Viewer } from '#lib/kernel/ports.ts';
import type { Session } from './session-token.ts';

const rowSchema = z.object({
  person_id: z.uuid(),
  tenant_id: z.uuid(),
  role: roleSchema,
  email: z.string(),
  label: z.string(),
  tenant_name: z.string(),
  locale: z.string(),
  currency: z.string(),
  time_zone: z.string(),
});

export type SignedIn = { readonly viewer: Viewer; readonly profile: Profile };

/**
 * Who a session belongs to now, or null: person gone, sessions revoked, signed out. One statement; role and tenant come
 * from the database, so a changed role holds from the next request.
 */
export async function verifySession(session: Session): Promise<SignedIn | null> {
  const { personId, tenantId, sessionVersion, sessionId } = session;
  const rows: unknown = await database('app').$queryRaw`
    SELECT * FROM cs.session_profile(${personId}::uuid, ${tenantId}::uuid, ${sessionVersion}::int, ${sessionId}::uuid)`;
  const [row] = z.array(rowSchema).parse(rows);
  if (!row) return null;
  return {
    viewer: { personId: row.person_id, role: row.role, homeTenantId: row.tenant_id },
    profile: {
      email: row.email,
      label: row.label,
      tenantName: row.tenant_name,
      locale: row.locale,
      currency: row.currency,
      timeZone: row.time_zone,
    },
  };
}
