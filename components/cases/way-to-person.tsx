'use client';

import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';
import { asMessages, before, type LiveTurn } from '#components/chat/live-turn.ts';
import { Modal } from '#components/ui/modal.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { ContestForm } from './contest-form.tsx';
import { HandoverForm } from './handover-form.tsx';
import { draftSummary, type SummaryDraft } from './summary-draft.ts';

type Way = { handOver: () => void; contest: (turnId: string) => void };

const WayContext = createContext<Way | null>(null);

/** The two ways to a person from inside a chat; null where there is no chat around. */
export function useWayToPerson(): Way | null {
  return useContext(WayContext);
}

type WayToPersonProps = {
  conversationId: RefObject<string | null>;
  messages: readonly Message[];
  live: LiveTurn | null;
  children: ReactNode;
};

/** Holds the dialogs that lead to a person. Only a press opens them, and only a press in them sends. */
export function WayToPerson({ conversationId, messages, live, children }: WayToPersonProps) {
  const [open, setOpen] = useState<'handover' | 'contest' | null>(null);
  const [turnId, setTurnId] = useState('');
  // What they changed is kept when they close the dialog without sending, for as long as this page lives.
  const [edited, setEdited] = useState<SummaryDraft | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const way = useMemo(() => {
    const show = (which: 'handover' | 'contest') => {
      const { activeElement } = document;
      opener.current = activeElement instanceof HTMLElement ? activeElement : null;
      setOpen(which);
    };
    return {
      handOver: () => show('handover'),
      contest: (contested: string) => {
        setTurnId(contested);
        show('contest');
      },
    };
  }, []);
  const onOpenChange = (opens: boolean) => !opens && setOpen(null);
  const close = () => setOpen(null);
  const shown = live ? [...before(live, messages), ...asMessages(live)] : messages;
  return (
    <WayContext value={way}>
      {children}
      <Modal
        open={open === 'handover'}
        onOpenChange={onOpenChange}
        returnTo={opener}
        title="Talk to a person"
        description={`A support agent at ${BRAND.name} reads what you write here and the invoices you leave linked. The conversation itself is not sent, and no one but you can read it.`}
      >
        <HandoverForm
          conversationId={conversationId.current}
          draft={edited ?? draftSummary(shown)}
          onDraft={setEdited}
          onSent={() => setEdited(null)}
          onClose={close}
        />
      </Modal>
      <Modal
        open={open === 'contest'}
        onOpenChange={onOpenChange}
        returnTo={opener}
        title="Contest this answer"
        description={`A support agent at ${BRAND.name} reads your reason, your note and the number of this answer. Neither its text nor your conversation is sent.`}
      >
        <ContestForm turnId={turnId} onClose={close} />
      </Modal>
    </WayContext>
  );
}
