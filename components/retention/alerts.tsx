import { TriangleAlert } from 'lucide-react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { When } from '#components/ui/when.tsx';
import type { OpenAlert, RetentionRow } from '#lib/contract/retention.ts';
import { alertWords } from './alert-words.ts';

type AlertsProps = { alerts: readonly OpenAlert[]; rows: readonly RetentionRow[]; timeZone: string };

/** What stands wrong now. Nothing is shown where nothing does: the schedule says so row by row. */
export function Alerts({ alerts, rows, timeZone }: AlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <Section title="Open alerts">
      <Sheet className="border-bad">
        <ul className="divide-line divide-y" aria-label="Open alerts">
          {alerts.map((alert) => {
            const { what, wayOn } = alertWords(alert.kind);
            const about = rows.find(({ category }) => category === alert.subject)?.label ?? alert.subject;
            return (
              <li key={alert.alertId} className="flex gap-3 px-4 py-3 sm:px-5">
                <TriangleAlert className="text-bad mt-0.5 size-4 shrink-0" aria-hidden />
                <span className="grid min-w-0 gap-0.5">
                  <span className="font-medium">
                    {about}: {what}
                  </span>
                  <span className="text-quiet text-[0.8125rem]">
                    Since <When at={alert.openedAt} timeZone={timeZone} />, seen{' '}
                    {alert.times === 1 ? 'once' : `${alert.times} times`}. {wayOn}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      </Sheet>
    </Section>
  );
}
