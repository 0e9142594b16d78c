'use client';

import { Link } from '#components/ui/link.tsx';
import { Amount } from '#components/bill/amount.tsx';
import { AskAbout } from '#components/bill/ask.tsx';
import { Period } from '#components/bill/day.tsx';
import { LineBadge } from '#components/bill/line-badge.tsx';
import { lineHref } from '#components/bill/links.ts';
import { useLocale } from '#components/bill/locale.tsx';
import { askLine } from '#components/bill/questions.ts';
import type { LineMatch } from '#lib/contract/cards.ts';
import { CardFrame } from './card-frame.tsx';

/** Lines found across invoices, each with the invoice it stands on. */
export function LinesCard({ matches }: { matches: LineMatch[] }) {
  return (
    <CardFrame title={matches.length === 1 ? '1 line' : `${matches.length} lines`}>
      {matches.length === 0 ? (
        <p className="text-quiet px-4 py-4">No line fits that.</p>
      ) : (
        <ul className="divide-line divide-y">
          {matches.map((match) => (
            <LineItem
              key={match.line.id}
              match={match}
              isCorrected={matches.some(({ line }) => line.correctsLineId === match.line.id)}
            />
          ))}
        </ul>
      )}
    </CardFrame>
  );
}

type LineItemProps = { match: LineMatch; isCorrected: boolean };

function LineItem({ match: { line, invoice }, isCorrected }: LineItemProps) {
  const locale = useLocale();
  return (
    <li className="flex items-start gap-2 py-2.5 pr-2 pl-4">
      <div className="grid min-w-0 grow gap-0.5">
        <span className="font-medium">
          {line.description} <LineBadge line={line} isCorrected={isCorrected} />
        </span>
        <span className="text-quiet text-[0.8125rem]">
          on{' '}
          <Link
            href={lineHref(invoice.number, line.id)}
            className="text-accent tabular decoration-accent-line underline underline-offset-4 hover:decoration-current"
          >
            {invoice.number}
          </Link>
          {line.periodStart && line.periodEnd && (
            <>
              {' '}
              · <Period start={line.periodStart} end={line.periodEnd} />
            </>
          )}
        </span>
        {line.reason && <span className="text-quiet text-[0.8125rem]">{line.reason}</span>}
      </div>
      <Amount value={line.amount} className="font-medium" />
      <AskAbout question={askLine(line, invoice.number, locale)} about={line.description} />
    </li>
  );
}
