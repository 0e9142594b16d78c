import 'server-only';
import { fault } from '#faults';
import { Prisma } from '#lib/generated/prisma/client.ts';

/**
 * A condition on rows that name their person and tenant: nobody holds them. Who is held is asked once for the whole statement. The wall
 * behind it is the job's row-level security, which keeps held rows from every deletion, whatever is asked.
 */
export function notHeld(): Prisma.Sql {
  if (fault('hold-ignored')) return Prisma.empty;
  return Prisma.sql`AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false)
    AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))`;
}
