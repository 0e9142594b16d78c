import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Standing } from './read-standing.ts';
import { resourceVersion } from './resource-version.ts';
import { readSeats } from './seat-labels.ts';

/**
 * The subscription as a draft rests on it, with further facts of that draft. Its seats are part of it for every change: who
 * agreed to an end, a pause or another plan agreed to it for the seats there were.
 */
export async function subscriptionResource(
  viewer: Viewer,
  tx: Tx,
  { tenantId, stored, terms }: Standing,
  facts: Readonly<Record<string, unknown>>,
) {
  const seats = await readSeats(viewer, tx);
  const version = resourceVersion({ stored, terms, seats, ...facts });
  return { kind: 'subscription', id: tenantId, version } as const;
}
