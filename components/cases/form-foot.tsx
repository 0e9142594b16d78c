'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

type FormFootProps = {
  problem: string | null;
  send: string;
  sendable: boolean;
  sending: boolean;
  onCancel: () => void;
};

/** What went wrong, and the two ways on. */
export function FormFoot({ problem, send, sendable, sending, onCancel }: FormFootProps) {
  return (
    <>
      {problem && (
        <p
          role="alert"
          className="bg-warn-soft text-warn flex items-start gap-2.5 rounded-xl px-3.5 py-2.5 text-sm"
        >
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Not now</Button>
        <Button look="primary" type="submit" disabled={!sendable || sending}>
          {sending ? 'Sending…' : send}
        </Button>
      </div>
    </>
  );
}
