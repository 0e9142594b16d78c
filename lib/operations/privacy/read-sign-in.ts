import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

const rowSchema = z.object({
  passwordSetAt: z.date().nullable(),
  links: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
});
/** How the viewer can sign in: never what it takes to. */
export type SignInFacts = z.infer<typeof rowSchema>;

export async function readSignIn(_viewer: Viewer, tx: Tx): Promise<SignInFacts> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT password_set_at AS "passwordSetAt", links FROM cs.own_sign_in()`;
  return rowSchema.parse(rows[0]);
}
