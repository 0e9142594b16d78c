import 'server-only';
import { z } from 'zod';
import { daySchema } from '#lib/contract/dates.ts';
import { formatMoney } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { INCLUDED_SEATS, SEAT_PRICE } from '../catalogue.ts';
import { lastOfMonth, toDate } from '../days.ts';
import { sayDay } from '../wording.ts';
import { type Decided, defineChange, type Drafted, type RequestOf } from './define-change.ts';
import { lockSubscription } from './lock-rows.ts';
import { MAX_SEATS, MAX_SEATS_AT_ONCE } from './policy.ts';
import { readStanding, type Standing } from './read-standing.ts';
import { newestSeats, nextLabels, readSeats, type SeatRow } from './seat-labels.ts';
import { subscriptionResource } from './subscription-resource.ts';
import { writeHistory } from './write-terms.ts';

const SEAT_LABEL_LENGTH = 120;
const seatArguments = z.discriminatedUnion('change', [
  z.strictObject({
    tool: z.literal('change_seats'),
    change: z.literal('add'),
    labels: z.array(z.string().min(1).max(SEAT_LABEL_LENGTH)).min(1).max(MAX_SEATS_AT_ONCE),
    chargedFrom: daySchema,
  }),
  z.strictObject({
    tool: z.literal('change_seats'),
    change: z.literal('remove'),
    seatIds: z.array(z.uuid()).min(1).max(MAX_SEATS_AT_ONCE),
    endsOn: daySchema,
  }),
]);
type SeatArguments = z.infer<typeof seatArguments>;

/** Seats come at once and are charged from the next month; the newest ones go, at the end of the month. */
export const CHANGE_SEATS = defineChange<'change_seats', SeatArguments>({
  arguments: seatArguments,
  toRequest: (args) => ({
    tool: args.tool,
    change: args.change,
    count: args.change === 'add' ? args.labels.length : args.seatIds.length,
  }),
  lock: lockSubscription,
  draft: draftSeats,
  apply: applySeats,
});

async function draftSeats(viewer: Viewer, tx: Tx, { change, count }: RequestOf<'change_seats'>): Drafted {
  const standing = await readStanding(viewer, tx);
  const { terms, renewsOn, today, currency } = standing;
  if (terms.status !== 'active') return 'not_active';
  if (!Number.isSafeInteger(count) || count < 1) return 'below_minimum';
  const seats = await readSeats(viewer, tx);
  const inUse = seats.filter(({ removedOn }) => removedOn === null);
  if (change === 'add' && (count > MAX_SEATS_AT_ONCE || inUse.length + count > MAX_SEATS))
    return 'too_many_seats';
  if (change === 'remove' && (count > MAX_SEATS_AT_ONCE || inUse.length - count < 1)) return 'no_seats_left';
  const removed = change === 'remove' ? newestSeats(inUse, count) : [];
  const args: SeatArguments =
    change === 'add'
      ? { tool: 'change_seats', change, labels: nextLabels(seats, count), chargedFrom: renewsOn }
      : {
          tool: 'change_seats',
          change,
          seatIds: removed.map(({ id }) => id),
          endsOn: lastOfMonth(today),
        };
  return {
    arguments: args,
    resource: await subscriptionResource(viewer, tx, standing, { args, price: SEAT_PRICE[currency] }),
    amount: null,
    ...sayChange(args, { standing, before: inUse.length, removed }),
  };
}

type Said = { standing: Standing; before: number; removed: readonly SeatRow[] };

function sayChange(args: SeatArguments, { standing, before, removed }: Said) {
  const { currency, locale } = standing;
  const labels = args.change === 'add' ? args.labels : removed.map(({ label }) => label);
  const after = before + (args.change === 'add' ? labels.length : -labels.length);
  const say = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const costOf = (seats: number) => Math.max(0, seats - INCLUDED_SEATS) * SEAT_PRICE[currency];
  const difference = costOf(after) - costOf(before);
  const what = `${labels.length} ${labels.length === 1 ? 'seat' : 'seats'}`;
  return {
    title:
      args.change === 'add' ? `Add ${what} at once` : `Remove ${what} after ${sayDay(args.endsOn, locale)}`,
    lines: [
      { label: args.change === 'add' ? 'New' : 'Removed', value: labels.join(', ') },
      { label: 'Seats', value: `${before} → ${after}, ${INCLUDED_SEATS} of them included` },
      { label: 'Seats a month, before tax', value: `${say(costOf(before))} → ${say(costOf(after))}` },
      {
        label: 'Difference',
        value:
          difference === 0
            ? 'None: they are included'
            : `${say(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} a month`,
      },
      args.change === 'add'
        ? { label: 'Charged from', value: sayDay(args.chargedFrom, locale) }
        : { label: 'In use until', value: sayDay(args.endsOn, locale) },
    ],
  };
}

async function applySeats(
  viewer: Viewer,
  tx: Tx,
  args: SeatArguments,
  { proposalId }: Decided,
): Promise<ChangeEffect> {
  const { tenantId, today, locale } = await readStanding(viewer, tx);
  if (args.change === 'add') {
    const description = `Added ${nameSeats(args.labels)}`;
    await writeHistory(viewer, tx, { proposalId, kind: 'seat_added', description });
    await tx.seat.createMany({
      data: args.labels.map((label) => ({
        id: newId(),
        tenantId,
        label,
        addedOn: toDate(today),
        addedBy: 'the owner',
      })),
    });
    return { summary: `${description}.`, href: '/plan' };
  }
  const removed = await readSeats(viewer, tx, args.seatIds);
  const what = nameSeats(removed.map(({ label }) => label));
  await writeHistory(viewer, tx, { proposalId, kind: 'seat_removed', description: `Removed ${what}` });
  const { count } = await tx.seat.updateMany({
    where: { tenantId, id: { in: args.seatIds }, removedOn: null },
    data: { removedOn: toDate(args.endsOn) },
  });
  if (count !== args.seatIds.length) throw new AppError('no_longer_possible');
  return { summary: `Removed ${what} after ${sayDay(args.endsOn, locale)}.`, href: '/plan' };
}

/** `seat Design desk 9` or `2 seats: Design desk 9, Design desk 10` */
function nameSeats(labels: readonly string[]): string {
  return labels.length === 1 ? `seat ${labels[0] ?? ''}` : `${labels.length} seats: ${labels.join(', ')}`;
}
