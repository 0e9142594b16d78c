import { classNames } from '#components/ui/class-names.ts';
import type { OperatorUsage } from '#lib/contract/usage.ts';
import { CUTS } from './filters.tsx';
import { Cost, Count } from './cost.tsx';

/** Who or what used how much, the costliest first, with a bar for its share of the cost. */
export function UsageTable({ usage }: { usage: OperatorUsage }) {
  const { by, rows, total } = usage;
  const most = Math.max(1, ...rows.map(({ totals }) => totals.costMicroUsd));
  return (
    // A table wider than a phone scrolls by itself, also by keyboard.
    <div className="overflow-x-auto" role="region" aria-label="What was used" tabIndex={0}>
      <table className="w-full text-left text-sm">
        <thead className="text-quiet text-[0.8125rem]">
          <tr className="border-line border-b">
            <Head>{CUTS[by]}</Head>
            <Head right>Answers</Head>
            <Head right>Tokens read</Head>
            <Head right>Written</Head>
            <Head right>Cost</Head>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {rows.map(({ key, label, customer, totals }) => (
            <tr key={key}>
              <th scope="row" className="min-w-44 px-4 py-2.5 font-normal sm:px-5">
                <span className="block [overflow-wrap:anywhere]">{label}</span>
                {customer && <span className="text-quiet block text-[0.8125rem]">{customer}</span>}
                <svg viewBox="0 0 100 3" preserveAspectRatio="none" className="mt-1 h-1 w-full" aria-hidden>
                  <rect width="100" height="3" className="fill-sunken" />
                  <rect width={(totals.costMicroUsd / most) * 100} height="3" className="fill-accent" />
                </svg>
              </th>
              <Cell>
                <Count value={totals.turns} />
              </Cell>
              <Cell>
                <Count value={totals.inputTokens} />
              </Cell>
              <Cell>
                <Count value={totals.outputTokens} />
              </Cell>
              <Cell>
                <Cost microUsd={totals.costMicroUsd} />
              </Cell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line-strong border-t font-medium">
            <th scope="row" className="px-4 py-2.5 font-medium sm:px-5">
              Together
            </th>
            <Cell>
              <Count value={total.turns} />
            </Cell>
            <Cell>
              <Count value={total.inputTokens} />
            </Cell>
            <Cell>
              <Count value={total.outputTokens} />
            </Cell>
            <Cell>
              <Cost microUsd={total.costMicroUsd} />
            </Cell>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Head({ children, right }: { children: React.ReactNode; right?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames('px-4 py-2.5 font-normal whitespace-nowrap sm:px-5', right && 'text-right')}
    >
      {children}
    </th>
  );
}

function Cell({ children }: { children: React.ReactNode }) {
  return <td className="px-4 py-2.5 text-right align-top whitespace-nowrap sm:px-5">{children}</td>;
}
