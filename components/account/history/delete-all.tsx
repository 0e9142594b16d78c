'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/dialog.tsx';
import type { Keeping } from '#lib/contract/keeping.ts';
import { chatWords } from './keeping-words.ts';
import { deleteAll, getKeeping } from './requests.ts';

type DeleteAllProps = { keeping: Keeping; onKeeping: (keeping: Keeping) => void };

/** All of a person's chats at once, keys first. */
export function DeleteAll({ keeping, onKeeping }: DeleteAllProps) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const { conversations } = keeping;

  const remove = async () => {
    setBusy(true);
    setProblem('');
    const answered = await deleteAll(conversations);
    if (answered.ok) setNote(`${chatWords(answered.value.deleted)} deleted, with the keys.`);
    else setProblem(answered.problem.message);
    const now = await getKeeping();
    if (now.ok) onKeeping(now.value);
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-5 py-5">
      <div className="grid gap-1">
        <p>
          {conversations === 0 ? 'You have no stored chats.' : `You have ${chatWords(conversations)} stored.`}
        </p>
        <p className="text-quiet text-sm">
          One chat is renamed or deleted from its menu in the list of chats. Your invoices and payments stay
          as they are.
        </p>
        <p role="status" className="text-good text-sm empty:hidden">
          {note}
        </p>
        {problem !== '' && (
          <p role="alert" className="text-bad text-sm">
            {problem}
          </p>
        )}
      </div>
      {conversations > 0 && (
        <Button look="danger" disabled={busy} onClick={() => setAsking(true)}>
          Delete all chats
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete ${chatWords(conversations)}?`}
        confirm="Delete all for good"
        onConfirm={() => void remove()}
      >
        All your chats, temporary ones too, and the keys that can read them are destroyed at once. This cannot
        be undone; your invoices and payments stay as they are.
      </ConfirmDialog>
    </div>
  );
}
