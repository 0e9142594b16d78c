import type { CardLine } from '#lib/contract/approvals.ts';
import { CardFrame } from './card-frame.tsx';

/** What a change would mean. Nothing is proposed yet, and the card says so. */
export function QuoteCard({ title, lines }: { title: string; lines: readonly CardLine[] }) {
  return (
    <CardFrame
      title={title}
      href="/plan"
      hrefLabel="Plan"
      aside={<span className="text-quiet text-[0.8125rem]">Nothing changed</span>}
    >
      <dl className="divide-line divide-y">
        {lines.map(({ label, value }) => (
          <div key={label} className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-2.5">
            <dt className="text-quiet">{label}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </CardFrame>
  );
}
