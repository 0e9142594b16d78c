'use client';

import { Timer } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { Customer, OwnPeriod, RetentionRow } from '#lib/contract/retention.ts';
import { PeriodForm } from './period-form.tsx';
import { counted } from './period-words.ts';

type PeriodsProps = {
  periods: readonly OwnPeriod[];
  customers: readonly Customer[];
  rows: readonly RetentionRow[];
  mayChange: boolean;
};

/** Customers who keep something for shorter or longer than usual. */
export function Periods({ periods, customers, rows, mayChange }: PeriodsProps) {
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Customers’ own periods"
      aside={
        mayChange && (
          <Button ref={opener} size="small" onClick={() => setOpen(true)}>
            <Timer aria-hidden /> Set a period
          </Button>
        )
      }
    >
      {periods.length === 0 ? (
        <Empty title="The usual periods hold for everyone">
          A customer may have conversations, look-ups, cases or mail kept for shorter or longer, within
          bounds.
        </Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y" aria-label="Customers’ own periods">
            {periods.map(({ tenantId, customer, category, keptDays }) => (
              <li
                key={`${tenantId} ${category}`}
                className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3 sm:px-5"
              >
                <span className="grow font-medium">{customer}</span>
                <span className="text-quiet text-sm">
                  {rows.find((row) => row.category === category)?.label ?? category}
                </span>
                <span className="tabular text-sm">{counted(keptDays, 'day')}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Modal
        open={open}
        onOpenChange={setOpen}
        returnTo={opener}
        title="Set a customer’s period"
        description="A shorter period holds for what is stored too, once you have seen what goes. A longer one holds for new messages alone."
      >
        <PeriodForm
          customers={customers}
          rows={rows}
          onCancel={() => setOpen(false)}
          onSet={() => {
            setOpen(false);
            router.refresh();
          }}
        />
      </Modal>
    </Section>
  );
}
