'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Empty, Sheet } from '#components/bill/section.tsx';
import { When } from '#components/ui/when.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/dialog.tsx';
import type { AttackItem } from '#lib/contract/attacks.ts';
import { caseNumber } from '#lib/contract/cases.ts';
import { deleteAttack } from './requests.ts';

type AttackRowsProps = { items: readonly AttackItem[]; timeZone: string };

/** What the guard remembers: whose case, since when, by whom. No word of it is kept, so none can be shown. */
export function AttackRows({ items, timeZone }: AttackRowsProps) {
  if (items.length === 0)
    return (
      <Empty title="Nothing is remembered">
        What you confirm as an attack in an opened case will stand here, and can be removed again.
      </Empty>
    );
  return (
    <Sheet>
      <ul className="divide-line divide-y" aria-label="Confirmed attacks">
        {items.map((item) => (
          <AttackRow key={item.attackId} item={item} timeZone={timeZone} />
        ))}
      </ul>
    </Sheet>
  );
}

function AttackRow({ item, timeZone }: { item: AttackItem; timeZone: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = `${item.customer}, ${caseNumber(item.caseId)}`;
  const remove = async () => {
    const answered = await deleteAttack(item.attackId);
    if (!answered.ok && answered.problem.kind !== 'gone') return setProblem(answered.problem.message);
    router.refresh();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
      <span className="grid min-w-0 grow gap-0.5">
        <span className="font-medium">{item.customer}</span>
        <span className="text-quiet text-[0.8125rem]">
          {caseNumber(item.caseId)} · <When at={item.createdAt} timeZone={timeZone} /> ·{' '}
          {item.isMine ? 'by you' : 'by a colleague'}
        </span>
        {problem && (
          <span role="alert" className="text-bad text-[0.8125rem]">
            {problem}
          </span>
        )}
      </span>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`Remove ${name}`}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Remove this attack?"
        confirm="Remove"
        onConfirm={() => void remove()}
      >
        Messages like it are not flagged by the memory any more. To have it again, confirm it again in its
        case.
      </ConfirmDialog>
    </li>
  );
}
