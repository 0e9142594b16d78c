import type { Usage } from '#lib/contract/subscription.ts';
import { Day } from './day.tsx';
import { Quantity } from './quantity.tsx';

/** The bars once more, as numbers: folded away until asked for. */
export function UsageTable({ meter }: { meter: Usage['meters'][number] }) {
  return (
    <details className="group border-line border-t">
      <summary className="text-quiet hover:text-ink cursor-pointer px-4 py-2.5 text-[0.8125rem]">
        Day by day as a table
      </summary>
      <table className="w-full max-w-sm text-left text-[0.8125rem]">
        <thead className="text-quiet">
          <tr>
            <th className="px-4 py-1.5 font-normal">Day</th>
            <th className="px-4 py-1.5 text-right font-normal">{meter.unit}</th>
          </tr>
        </thead>
        <tbody>
          {meter.days.map((day) => (
            <tr key={day.on}>
              <td className="px-4 py-1">
                <Day value={day.on} />
              </td>
              <td className="px-4 py-1 text-right">
                <Quantity value={day.used} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
