'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { Button } from './button.tsx';

type ModalProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** Where the focus goes when it closes: the button that opened it. */
  returnTo: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** A form above the page; a sheet at the lower edge of phones. Escape and a press outside close it. */
export function Modal({ open, onOpenChange, title, description, returnTo, children }: ModalProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-rise fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnTo.current?.focus();
          }}
          className="bg-surface animate-rise fixed inset-x-0 bottom-0 z-50 mx-auto grid max-h-[92dvh] max-w-lg gap-4 overflow-y-auto overscroll-contain rounded-t-2xl p-5 shadow-xl sm:inset-0 sm:m-auto sm:h-fit sm:rounded-2xl sm:p-6"
        >
          <div className="grid gap-1.5 pr-10">
            <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
            <Dialog.Description asChild>
              <div className="text-quiet text-sm">{description}</div>
            </Dialog.Description>
          </div>
          {children}
          <Dialog.Close asChild>
            <Button
              look="ghost"
              size="icon"
              className="absolute top-3.5 right-3.5 sm:top-4 sm:right-4"
              aria-label="Close"
            >
              <X aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
