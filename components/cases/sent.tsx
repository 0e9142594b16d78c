'use client';

import { Check } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { caseNumber } from '#lib/contract/cases.ts';

type SentProps = { caseId: string; where: string; onClose: () => void };

/** In place of the form once it is sent. The button has the focus: it is all that is left to do. */
export function Sent({ caseId, where, onClose }: SentProps) {
  return (
    <div className="grid gap-4">
      <div role="status" className="bg-good-soft text-good flex items-start gap-3 rounded-xl px-4 py-3">
        <Check className="mt-0.5 size-4 shrink-0" aria-hidden />
        <p>
          Sent. Your case number is{' '}
          <strong className="tabular font-semibold whitespace-nowrap">{caseNumber(caseId)}</strong>. {where}
        </p>
      </div>
      <Button look="primary" className="justify-self-end" autoFocus onClick={onClose}>
        Done
      </Button>
    </div>
  );
}
