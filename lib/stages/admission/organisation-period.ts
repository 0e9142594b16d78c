import 'server-only';
import { DAY_MS } from '#lib/kernel/clock.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CONVERSATION_KEPT_MS } from './policy.ts';

/** For how many days the viewer's organisation keeps a conversation after its last message. */
export async function organisationPeriodDays(_viewer: Viewer, _tx: Tx): Promise<number> {
  return CONVERSATION_KEPT_MS / DAY_MS;
}
