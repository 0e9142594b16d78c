import 'server-only';
import type { Holding } from '#lib/contract/privacy.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { countHeld } from './count-held.ts';
import { GOES } from './policy.ts';

/** What is held about the viewer, by category, in the order of the table. */
export async function listHoldings(viewer: Viewer, tx: Tx): Promise<Holding[]> {
  const counts = new Map(Object.entries(await countHeld(viewer, tx, { conversationId: null })));
  return Object.entries(GOES).map(([category, { label }]) => ({
    category,
    label,
    count: counts.get(category) ?? 0,
  }));
}
