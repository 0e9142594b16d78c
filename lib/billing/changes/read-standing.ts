import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { isPlanCode } from '../catalogue.ts';
import { firstOfMonth, fromDate } from '../days.ts';
import { type Terms, termsOn } from '../effective-terms.ts';
import { type Place, readPlace } from '../read-place.ts';
import { tenantOf } from '../tenant-of.ts';
import { sayDay } from '../wording.ts';

/** The subscription before a change: `stored` as its row says, `terms` as they hold today. */
export type Standing = Place & { tenantId: string; stored: Terms; terms: Terms; renewsOn: string };

/** Throws `not_found` for a tenant without a subscription. */
export async function readStanding(viewer: Viewer, tx: Tx): Promise<Standing> {
  const place = await readPlace(viewer, tx);
  const tenantId = tenantOf(viewer);
  const row = await tx.subscription.findUnique({
    where: { tenantId },
    select: { planCode: true, status: true, next: true, nextOn: true },
  });
  if (!row) throw new AppError('not_found');
  const stored = { ...row, nextOn: row.nextOn && fromDate(row.nextOn) };
  return {
    ...place,
    tenantId,
    stored,
    terms: termsOn(stored, place.today),
    renewsOn: firstOfMonth(place.today, 1),
  };
}

/** `the change to Starter on 1 Dec 2026`; null where nothing is agreed for later. */
export function sayNext({ terms: { next, nextOn }, locale }: Standing): string | null {
  if (next === null || nextOn === null) return null;
  const what = isPlanCode(next)
    ? `the change to ${BRAND.plans[next]}`
    : next === 'paused'
      ? 'the pause'
      : 'the end of the plan';
  return `${what} on ${sayDay(nextOn, locale)}`;
}
