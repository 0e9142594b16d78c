'use client';

import { Check, LoaderCircle, Mail } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { type ReceiptAnswer, requestReceipt } from './wire/request-receipt.ts';

type State = { at: 'rest' } | { at: 'sending' } | ReceiptAnswer;

/** Mails an invoice to whoever is signed in, and to nobody else: no address can be given. */
export function ReceiptButton({ number }: { number: string }) {
  const [state, setState] = useState<State>({ at: 'rest' });
  const busy = useRef(false);
  const send = async () => {
    if (busy.current) return;
    busy.current = true;
    setState({ at: 'sending' });
    setState(await requestReceipt(number));
    busy.current = false;
  };
  return (
    <>
      <Button
        size="small"
        className="print:hidden"
        onClick={() => void send()}
        aria-disabled={state.at === 'sending'}
      >
        <StateIcon at={state.at} />
        E-mail me this receipt
      </Button>
      {/* A line of its own below the buttons, whose width it does not change. */}
      <span
        role="status"
        className="text-quiet order-last -mr-2 w-0 min-w-full text-[0.8125rem] [overflow-wrap:anywhere] empty:absolute empty:min-w-0 sm:text-right print:hidden"
      >
        {wordsFor(state)}
      </span>
    </>
  );
}

function StateIcon({ at }: Pick<State, 'at'>) {
  if (at === 'sending') return <LoaderCircle className="animate-spin" aria-hidden />;
  return at === 'sent' ? <Check aria-hidden /> : <Mail aria-hidden />;
}

function wordsFor(state: State): string {
  switch (state.at) {
    case 'rest':
      return '';
    case 'sending':
      return 'Sending …';
    case 'sent':
      return `On its way to ${state.to}.`;
    case 'limited':
      return `That was enough for now. You can send the next one in ${minutes(state.waitMinutes)}.`;
    case 'signed-out':
      return 'Your session has ended. Please sign in again; nothing was sent.';
    case 'unreachable':
      return 'We could not reach the server. Please look for the mail before you try again.';
    case 'failed':
      return 'That did not work. Please try again in a moment.';
  }
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`;
}
