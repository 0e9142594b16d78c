import 'server-only';
import type { CardLine } from '#lib/contract/approvals.ts';
import { fromDate } from '../days.ts';
import { sayPeriod } from '../wording.ts';
import { REFUND_DAYS } from './policy.ts';
import type { Billed, BilledLine } from './read-billed.ts';
import type { RefundArguments } from './refund-arguments.ts';
import { paidWith } from './rest-of.ts';

type Said = { title: string; lines: CardLine[] };
type SayMoney = (minor: bigint | number) => string;

/** The card of a refund, every figure from the ledger. Days are counted from the approval, so that the card does not age. */
export function sayRefund(billed: Billed, args: RefundArguments, say: SayMoney, locale: string): Said {
  const { number, paidMinor, refundedMinor, dueMinor, lines } = billed;
  const amount = say(args.amountMinor);
  const line = lines.find(({ id }) => id === args.lineId);
  const where = [
    { label: 'Invoice', value: number },
    { label: 'For', value: line ? sayLine(line, locale) : 'The whole invoice' },
  ];
  if (args.way === 'take_off')
    return {
      title: `Take ${amount} off invoice ${number}`,
      lines: [
        { label: 'Taken off', value: `${amount} of ${say(dueMinor)} due` },
        ...where,
        { label: 'Then due', value: say(dueMinor - BigInt(args.amountMinor)) },
      ],
    };
  const method = paidWith(billed)?.label ?? '';
  return {
    title: `Refund ${amount} of ${say(paidMinor)}, invoice ${number}, to ${method}`,
    lines: [
      { label: 'Refund', value: `${amount} of ${say(paidMinor)} paid` },
      ...(refundedMinor > 0n ? [{ label: 'Refunded before', value: say(refundedMinor) }] : []),
      ...where,
      { label: 'To', value: method },
      { label: 'Arrives', value: `Within ${REFUND_DAYS} days of approval` },
    ],
  };
}

/** `Seat: Design desk 4, 1 Nov 2026 to 30 Nov 2026` */
function sayLine({ description, periodStart, periodEnd }: BilledLine, locale: string): string {
  if (!periodStart || !periodEnd) return description;
  return `${description}, ${sayPeriod(fromDate(periodStart), fromDate(periodEnd), locale)}`;
}
