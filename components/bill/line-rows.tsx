'use client';

import type { InvoiceLine } from '#lib/contract/bill.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Amount } from './amount.tsx';
import { AskAbout } from './ask.tsx';
import { Period } from './day.tsx';
import { LineBadge } from './line-badge.tsx';
import { useLocale } from './locale.tsx';
import { Quantity } from './quantity.tsx';
import { askLine } from './questions.ts';

type LineRowsProps = {
  lines: readonly InvoiceLine[];
  invoiceNumber: string;
  /** For cards: no columns but the amount. */ compact?: boolean;
};

/** The lines of one invoice. Each can be linked to (`#line-ID`) and asked about. */
export function LineRows({ lines, invoiceNumber, compact }: LineRowsProps) {
  const wide = compact ? 'hidden' : 'hidden sm:table-cell print:table-cell';
  return (
    <table className="w-full border-collapse text-left">
      <thead className={compact ? 'sr-only' : 'text-quiet border-line border-b text-[0.8125rem]'}>
        <tr>
          <th className="px-4 py-2.5 font-normal print:py-1 print:pl-0">Description</th>
          <th className={classNames('px-3 py-2.5 text-right font-normal', wide)}>Quantity</th>
          <th className={classNames('px-3 py-2.5 text-right font-normal', wide)}>Price</th>
          <th className="px-3 py-2.5 text-right font-normal print:py-1 print:pr-0">Amount</th>
          <th className="w-10 print:hidden">
            <span className="sr-only">Ask</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-line divide-y">
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            link={linkOf(line, lines)}
            invoiceNumber={invoiceNumber}
            wide={wide}
            compact={compact ?? false}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineRowProps = {
  line: InvoiceLine;
  link: CorrectionLink;
  invoiceNumber: string;
  wide: string;
  compact: boolean;
};

/** How a line hangs together with another of the same invoice. */
type CorrectionLink = { corrects?: InvoiceLine | undefined; isCorrected: boolean };

function linkOf(line: InvoiceLine, lines: readonly InvoiceLine[]): CorrectionLink {
  return {
    corrects: lines.find(({ id }) => id === line.correctsLineId),
    isCorrected: lines.some(({ correctsLineId }) => correctsLineId === line.id),
  };
}

function LineRow({ line, link, invoiceNumber, wide, compact }: LineRowProps) {
  const locale = useLocale();
  return (
    <tr id={compact ? undefined : `line-${line.id}`} className="break-inside-avoid align-top">
      <td className="px-4 py-3 print:py-1 print:pl-0">
        <span className="font-medium">{line.description}</span>{' '}
        <LineBadge line={line} isCorrected={link.isCorrected} />
        <LineNote line={line} wide={wide} />
        {link.corrects && !compact && (
          <a
            href={`#line-${link.corrects.id}`}
            className="text-accent decoration-accent-line block w-fit text-[0.8125rem] underline underline-offset-4 hover:decoration-current print:hidden"
          >
            The line it corrects
          </a>
        )}
      </td>
      <td className={classNames('px-3 py-3 text-right print:py-1', wide)}>
        <Quantity value={line.quantity} unit={line.unit} />
      </td>
      <td className={classNames('px-3 py-3 text-right print:py-1', wide)}>
        {line.unitAmount && <Amount value={line.unitAmount} />}
      </td>
      <td className="px-3 py-3 text-right print:py-1 print:pr-0">
        <Amount value={line.amount} className="font-medium" />
      </td>
      <td className="py-2 pr-2 print:hidden">
        <AskAbout question={askLine(line, invoiceNumber, locale)} about={line.description} />
      </td>
    </tr>
  );
}

function LineNote({ line, wide }: { line: InvoiceLine; wide: string }) {
  return (
    <span className="text-quiet block text-[0.8125rem] print:text-[7.5pt] print:leading-tight">
      {wide !== 'hidden' && line.quantity !== 1 && line.unitAmount && (
        <span className="block sm:hidden print:hidden">
          <Quantity value={line.quantity} unit={line.unit} /> × <Amount value={line.unitAmount} />
        </span>
      )}
      {line.periodStart && line.periodEnd && (
        <span className="block print:inline print:pr-2">
          <Period start={line.periodStart} end={line.periodEnd} />
        </span>
      )}
      {line.reason && <span className="block max-w-prose print:inline">{line.reason}</span>}
    </span>
  );
}
