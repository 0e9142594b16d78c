import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { LIMITS } from './policy.ts';
import { limitHeaders, windowSchema } from './turn-answer.ts';

/** The viewer's window of turns as `RateLimit-*` headers, for an answer that was given before anything was counted. */
export async function readWindow(viewer: Viewer, tx: Tx): Promise<Record<string, string>> {
  const asked = JSON.stringify({
    turnsPerWindow: LIMITS.turnsPerWindow,
    windowS: LIMITS.windowMs / SECOND_MS,
    concurrent: LIMITS.concurrentTurns,
  });
  const [row] = await tx.$queryRaw<{ window: unknown }[]>`
    SELECT cs.turn_limit(${viewer.personId}::uuid, ${asked}::jsonb) AS window`;
  const window = windowSchema.parse(row?.window);
  // `remaining` counts the turn that is asked for; this answer is none.
  const remaining = window.exceeded ? 0 : window.remaining + 1;
  return limitHeaders({ ...window, remaining });
}
