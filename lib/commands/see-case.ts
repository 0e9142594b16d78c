import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { markSeen } from '#lib/stages/history/cases/mark-seen.ts';

/** Notes that a reply was shown to the person whose case it is. Throws `not_found`. */
export async function seeCase(viewer: Viewer, args: { id: string; seenUntil: string }): Promise<void> {
  await withViewer(viewer, (tx) => markSeen(viewer, tx, args));
}
