'use client';

import { useRef, useState } from 'react';
import { TroubleNote } from '#components/approvals/trouble-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import type { Erased } from '#lib/contract/privacy.ts';
import { EraseForm } from './erase-form.tsx';
import { useErase } from './use-erase.ts';

type EraseDialogProps = {
  /** Null: the account. */
  conversationId: string | null;
  title: string;
  /** What the button that opens it says, and to whom it can't be seen also about what. */
  label: string;
  about?: string;
  demonstrates: boolean;
  onErased: (erased: Erased) => void;
};

/** A button, and behind it everything one should know before something goes for good. */
export function EraseDialog(props: EraseDialogProps) {
  const { conversationId, title, label, about, demonstrates, onErased } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { preview, trouble, busy, open, send } = useErase(conversationId, (erased) => {
    setOpen(false);
    onErased(erased);
  });
  const change = (wanted: boolean) => {
    if (busy) return;
    setOpen(wanted);
    if (wanted) void open();
  };
  return (
    <>
      <Button
        ref={opener}
        size={conversationId === null ? 'medium' : 'small'}
        className="justify-self-start"
        aria-label={about === undefined ? undefined : `${label}: ${about}`}
        onClick={() => change(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        onOpenChange={change}
        title={title}
        description="Nothing brings it back: not you, not us, not a backup."
        returnTo={opener}
      >
        {!preview && trouble && <TroubleNote trouble={trouble} />}
        {!preview && !trouble && (
          <p className="text-quiet" role="status">
            Looking up what is stored…
          </p>
        )}
        {preview && (
          <EraseForm
            preview={preview}
            trouble={trouble}
            busy={busy}
            demonstrates={demonstrates}
            onSend={(confirm, proof) => void send(confirm, proof)}
          />
        )}
      </Modal>
    </>
  );
}
