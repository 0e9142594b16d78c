import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { fromDate } from '../days.ts';
import { tenantOf } from '../tenant-of.ts';

export type SeatRow = { id: string; label: string; addedOn: string; removedOn: string | null };

/** Every seat there was, or those of `ids`; removed ones too, because their numbers are taken. */
export async function readSeats(viewer: Viewer, tx: Tx, ids?: readonly string[]): Promise<SeatRow[]> {
  const rows = await tx.seat.findMany({
    where: { tenantId: tenantOf(viewer), ...(ids ? { id: { in: [...ids] } } : {}) },
    select: { id: true, label: true, addedOn: true, removedOn: true },
    orderBy: { id: 'asc' },
  });
  return rows
    .map((row) => ({
      ...row,
      addedOn: fromDate(row.addedOn),
      removedOn: row.removedOn && fromDate(row.removedOn),
    }))
    .toSorted(oldestFirst);
}

/** The seats that came last, the newest first. */
export function newestSeats(seats: readonly SeatRow[], count: number): SeatRow[] {
  return seats.toSorted(oldestFirst).toReversed().slice(0, count);
}

/** Labels that go on where the newest seat's end: after `Design desk 8` come `Design desk 9`, `Design desk 10`… */
export function nextLabels(seats: readonly SeatRow[], count: number): string[] {
  const names = seats.toSorted(oldestFirst).map(({ label }) => partsOf(label));
  const name = names.at(-1)?.name ?? 'Seat';
  const highest = Math.max(0, ...names.filter((parts) => parts.name === name).map(({ number }) => number));
  return Array.from({ length: count }, (_, index) => `${name} ${highest + index + 1}`);
}

function oldestFirst(a: SeatRow, b: SeatRow): number {
  return (
    a.addedOn.localeCompare(b.addedOn) ||
    partsOf(a.label).number - partsOf(b.label).number ||
    a.label.localeCompare(b.label, 'en') ||
    a.id.localeCompare(b.id)
  );
}

function partsOf(label: string): { name: string; number: number } {
  const [, name, digits] = /^(.*\S) ([0-9]{1,6})$/.exec(label) ?? [];
  return name === undefined || digits === undefined
    ? { name: label, number: 0 }
    : { name, number: Number(digits) };
}
