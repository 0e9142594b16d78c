import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Whether something of the viewer, or of their whole organisation, has to be kept for a legal reason: then nothing is erased. */
export async function isHeld(viewer: Viewer, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT cs.is_held(${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid) AS held`;
  return z.object({ held: z.boolean() }).parse(rows[0]).held;
}
