'use client';

import { ShieldAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { AttackForm } from './attack-form.tsx';
import { deleteAttack } from './requests.ts';

type ConfirmAttackProps = { caseId: string; textId: string; text: string; attackId: string | null };

/** Beside what a customer wrote: remembers it as an attack after a question, and says so with a way back. */
export function ConfirmAttack({ caseId, textId, text, attackId }: ConfirmAttackProps) {
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(attackId);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    if (busy || kept === null) return;
    setBusy(true);
    const answered = await deleteAttack(kept);
    setBusy(false);
    // One that is gone already was removed by a colleague.
    if (!answered.ok && answered.problem.kind !== 'gone') return setProblem(answered.problem.message);
    setKept(null);
    setProblem(null);
    router.refresh();
  };
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
      <span role="status" className="empty:-mr-3">
        {kept !== null && 'Remembered as an attack: similar messages are flagged, in every conversation.'}
      </span>
      {kept === null ? (
        <Button ref={opener} look="ghost" size="small" onClick={() => setOpen(true)}>
          <ShieldAlert aria-hidden /> Confirm as attack
        </Button>
      ) : (
        <Button look="ghost" size="small" disabled={busy} onClick={() => void undo()}>
          Undo
        </Button>
      )}
      {problem && <span role="alert">{problem}</span>}
      <Modal
        open={open}
        onOpenChange={setOpen}
        returnTo={opener}
        title="Confirm as attack"
        description="From now on similar messages are flagged, whoever writes them: the assistant then only looks things up, and a change asked for later takes two people. Nothing is blocked. The words are not kept, only marks made of them."
      >
        <AttackForm
          caseId={caseId}
          textId={textId}
          text={text}
          onCancel={() => setOpen(false)}
          onKept={(id) => {
            setKept(id);
            setOpen(false);
            router.refresh();
          }}
        />
      </Modal>
    </div>
  );
}
