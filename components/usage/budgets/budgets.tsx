'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { BudgetRow, Budgets as BudgetsDto } from '#lib/contract/usage.ts';
import { Cost } from '../cost.tsx';
import { BudgetForm } from './budget-form.tsx';

const PERIODS = { day: 'a day', month: 'a month' } as const;

/** What everyone, a customer or a person may cost; administrators change it. */
export function Budgets({
  budgets: { budgets, mayChange },
  own,
}: {
  budgets: BudgetsDto;
  own: readonly BudgetRow[];
}) {
  const router = useRouter();
  const opener = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState<BudgetRow | null>(null);
  const close = () => setAsking(null);
  const rows = [...own, ...budgets];
  return (
    <Section title="Limits">
      <Sheet>
        <ul className="divide-line divide-y" aria-label="Limits">
          {rows.map((row) => (
            <li
              key={`${row.scope} ${row.subjectId} ${row.period}`}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5"
            >
              <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="[overflow-wrap:anywhere]">{row.label}</span>
                <span className="text-quiet text-[0.8125rem]">{PERIODS[row.period]}</span>
                {row.source === 'set' && <Badge tone="accent">Set</Badge>}
              </span>
              <span className="flex items-center gap-3">
                <Cost microUsd={row.limitMicroUsd} />
                {mayChange && (
                  <Button
                    size="small"
                    aria-label={`Change the limit of ${row.label}, ${PERIODS[row.period]}`}
                    onClick={(event) => {
                      opener.current = event.currentTarget;
                      setAsking(row);
                    }}
                  >
                    Change
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
      <Modal
        open={asking !== null}
        onOpenChange={(open) => !open && close()}
        returnTo={opener}
        title={asking ? `${asking.label}, ${PERIODS[asking.period]}` : 'Limit'}
        description="No question is answered that could cost more than what is left."
      >
        {asking && (
          <BudgetForm
            budget={asking}
            onCancel={close}
            onDone={() => {
              close();
              router.refresh();
            }}
          />
        )}
      </Modal>
    </Section>
  );
}
