import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { FRESH_SIGN_IN_S } from './policy.ts';

/** Whether the person signed in within `withinS` seconds. `signedInAtS`: seconds since 1970, as the session's token says. */
export async function isFreshSignIn(
  _viewer: Viewer,
  tx: Tx,
  { signedInAtS, withinS = FRESH_SIGN_IN_S }: { signedInAtS: number; withinS?: number },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT to_timestamp(${signedInAtS}::float8) > cs.now() - make_interval(secs => ${withinS}) AS fresh`;
  return z.object({ fresh: z.boolean() }).parse(rows[0]).fresh;
}
