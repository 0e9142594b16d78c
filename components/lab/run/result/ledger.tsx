import { ArrowRight } from 'lucide-react';
import { Fold } from '#components/sent/fold.tsx';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { eventsOf } from '../pane.ts';
import { type LedgerRow, ledgerRows } from './ledger-rows.ts';

/** The ledger before and after a run: what changed in large type, everything else on request. */
export function Ledger({ events }: { events: readonly TraceEvent[] }) {
  const views = eventsOf(events, 'ledger');
  const before = views.find(({ data }) => data.when === 'before')?.data;
  const after = views.findLast(({ data }) => data.when === 'after')?.data;
  if (!before) return <p className="text-quiet text-sm">Not read yet.</p>;
  const end = after ?? before;
  const own = ledgerRows(before.customer, end.customer);
  const stranger = ledgerRows(before.stranger, end.stranger);
  const loud = [
    ...own.filter(isLoud),
    ...stranger.filter(isLoud).map((row) => ({ ...row, label: `Another customer: ${row.label}` })),
  ];
  return (
    <div className="grid gap-3">
      {loud.length > 0 ? (
        <dl className="grid gap-3">
          {loud.map((row) => (
            <Changed key={row.label} row={row} />
          ))}
        </dl>
      ) : (
        <p className="text-xl leading-tight font-semibold" data-ledger="unchanged">
          {after ? 'Nothing changed' : 'Waiting for the end…'}
        </p>
      )}
      <Fold title="The whole ledger, before and after">
        <Whole rows={own} />
      </Fold>
    </div>
  );
}

function isLoud({ changed, isQuiet }: LedgerRow): boolean {
  return changed && !isQuiet;
}

function Changed({ row }: { row: LedgerRow }) {
  return (
    <div data-ledger="changed">
      <dt className="text-quiet text-[0.8125rem]">{row.label}</dt>
      <dd className="tabular flex flex-wrap items-center gap-x-2.5 text-[1.625rem] leading-tight font-semibold tracking-tight [overflow-wrap:anywhere]">
        <span className="text-quiet font-medium">{row.before}</span>
        <ArrowRight className="text-quiet size-5 shrink-0" aria-label="became" />
        <span className="text-bad">{row.after}</span>
      </dd>
    </div>
  );
}

function Whole({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-quiet text-[0.8125rem]">
        <tr>
          <th className="py-1 pr-3 font-normal">Line</th>
          <th className="py-1 pr-3 font-normal">Before</th>
          <th className="py-1 font-normal">After</th>
        </tr>
      </thead>
      <tbody className="divide-line divide-y">
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row" className="py-1 pr-3 font-normal">
              {row.label}
            </th>
            <td className="tabular py-1 pr-3 [overflow-wrap:anywhere]">{row.before}</td>
            <td className={row.changed ? 'tabular py-1 font-semibold' : 'text-quiet tabular py-1'}>
              {row.after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
