'use client';

import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { KeepingPreview } from '#lib/contract/keeping.ts';
import { dayWords, previewWords } from './keeping-words.ts';

type ApplyDialogProps = {
  /** Null while there is nothing to ask. */
  preview: KeepingPreview | null;
  busy: boolean;
  returnTo: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** The period holds for new messages alone. */
  onLater: () => void;
  /** For stored chats too; with how many were shown to go. */
  onApply: (deleted: number) => void;
};

/** What a shorter period would do to stored chats, before it does it. */
export function ApplyDialog({ preview, busy, returnTo, onClose, onLater, onApply }: ApplyDialogProps) {
  if (!preview) return null;
  return (
    <Modal
      open
      onOpenChange={(open) => !open && onClose()}
      returnTo={returnTo}
      title="For the chats you already have, too?"
      description={`From now on, a chat is kept for ${dayWords(preview.days)} after its last message. For what is stored already:`}
    >
      <ul className="list-disc pl-5 text-[0.9375rem]">
        {previewWords(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.deleted > 0 && <p className="text-quiet text-sm">What is deleted cannot be brought back.</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={busy} onClick={onLater}>
          Only from now on
        </Button>
        <Button
          look={preview.deleted > 0 ? 'danger' : 'primary'}
          disabled={busy}
          onClick={() => onApply(preview.deleted)}
        >
          {preview.deleted > 0 ? `For stored chats too, delete ${preview.deleted}` : 'For stored chats too'}
        </Button>
      </div>
    </Modal>
  );
}
