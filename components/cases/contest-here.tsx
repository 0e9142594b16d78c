'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { ContestForm } from './contest-form.tsx';

/** The way to object from a page that is no chat. */
export function ContestHere({ turnId }: { turnId: string }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={opener} size="small" look="primary" onClick={() => setOpen(true)}>
        Contest this answer
      </Button>
      <Modal
        open={open}
        onOpenChange={setOpen}
        returnTo={opener}
        title="Contest this answer"
        description={`A support agent at ${BRAND.name} reads your reason, your note and the number of this answer. Neither its text nor your conversation is sent.`}
      >
        <ContestForm turnId={turnId} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}
