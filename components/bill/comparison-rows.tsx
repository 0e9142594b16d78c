import type { Comparison } from '#lib/contract/subscription.ts';
import { Amount } from './amount.tsx';

/** Every line that differs between two invoices, largest effect first, adding up to the difference. */
export function ComparisonRows({ comparison }: { comparison: Comparison }) {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="text-quiet border-line border-b text-[0.8125rem]">
        <tr>
          <th className="px-4 py-2 font-normal">What changed</th>
          <th className="hidden px-3 py-2 text-right font-normal sm:table-cell">{comparison.older.number}</th>
          <th className="hidden px-3 py-2 text-right font-normal sm:table-cell">{comparison.newer.number}</th>
          <th className="px-4 py-2 text-right font-normal">Difference</th>
        </tr>
      </thead>
      <tbody className="divide-line divide-y">
        {comparison.changes.map((change, index) => (
          <tr key={`${change.label}-${index}`} className="align-top">
            <td className="px-4 py-2.5">
              {change.label}
              {change.reason && <span className="text-quiet block text-[0.8125rem]">{change.reason}</span>}
            </td>
            <td className="text-quiet hidden px-3 py-2.5 text-right sm:table-cell">
              {change.before ? <Amount value={change.before} /> : '–'}
            </td>
            <td className="text-quiet hidden px-3 py-2.5 text-right sm:table-cell">
              {change.after ? <Amount value={change.after} /> : '–'}
            </td>
            <td className="px-4 py-2.5 text-right font-medium">
              <Amount value={change.difference} signed />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-line border-t font-semibold">
        <tr>
          <th scope="row" className="px-4 py-2.5 text-left">
            Together
          </th>
          <td className="tabular hidden px-3 py-2.5 text-right sm:table-cell">
            <Amount value={comparison.older.total} />
          </td>
          <td className="tabular hidden px-3 py-2.5 text-right sm:table-cell">
            <Amount value={comparison.newer.total} />
          </td>
          <td className="px-4 py-2.5 text-right">
            <Amount value={comparison.difference} signed />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
