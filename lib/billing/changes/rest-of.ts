import 'server-only';
import { grossShares } from './gross-shares.ts';
import type { Billed } from './read-billed.ts';

type Method = { id: string; label: string };

/**
 * How much of an invoice, or of one line of it, can still be given back. Of what was paid, no more than one payment method paid:
 * money goes back where it came from. Of what was not paid, no more than is due. Never negative.
 */
export function restOf(billed: Billed, lineId: string | null): bigint {
  const whole = billed.status === 'paid' ? (paidWith(billed)?.rest ?? 0n) : billed.dueMinor;
  return atLeastZero(lineId === null ? whole : smaller(whole, restOfLine(billed, lineId)));
}

/** The method that has most left to give back; of equals, the one that paid last. Null where nothing was paid. */
export function paidWith({
  payments,
  refunds,
  paidMinor,
  refundedMinor,
}: Billed): (Method & { rest: bigint }) | null {
  const settled = payments.filter(({ status }) => status === 'succeeded').toReversed();
  const methods = [...new Map(settled.map(({ methodId, method }) => [methodId, method.label]))];
  const rests = methods.map(([id, label]) => {
    const paid = sum(settled.filter(({ methodId }) => methodId === id));
    const back = sum(refunds.filter(({ methodId }) => methodId === id));
    return { id, label, rest: smaller(paid - back, paidMinor - refundedMinor) };
  });
  const [most] = rests.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  return most ?? null;
}

/** What the line came to, less refunds of it and corrections of it. */
function restOfLine({ lines, totalMinor, refunds }: Billed, lineId: string): bigint {
  const corrections = lines.flatMap(({ correctsLineId, credit }) =>
    correctsLineId !== null && credit ? [{ lineId: correctsLineId, amountMinor: credit.grantedMinor }] : [],
  );
  // Before any line was corrected, the invoice came to more.
  const shares = grossShares(lines, totalMinor + sum(corrections));
  const back = [...corrections, ...refunds].filter((one) => one.lineId === lineId);
  return (shares.get(lineId) ?? 0n) - sum(back);
}

function sum(rows: readonly { amountMinor: bigint }[]): bigint {
  return rows.reduce((all, { amountMinor }) => all + amountMinor, 0n);
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function atLeastZero(minor: bigint): bigint {
  return minor < 0n ? 0n : minor;
}
