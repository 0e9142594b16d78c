'use client';

import { Check, LoaderCircle, Mail } from 'lucide-react';
import { useRef, useState } from 'react';
import { ask } from '#components/approvals/wire/ask.ts';
import { Button } from '#components/ui/button.tsx';
import { doneSchema } from '#lib/contract/answers.ts';

type State = { at: 'rest' | 'sending' | 'sent' } | { at: 'failed'; words: string };

/** Mails an invoice to whoever is signed in, and to nobody else: no address can be given. */
export function ReceiptButton({ number }: { number: string }) {
  const [state, setState] = useState<State>({ at: 'rest' });
  const busy = useRef(false);
  const send = async () => {
    if (busy.current) return;
    busy.current = true;
    setState({ at: 'sending' });
    const answered = await ask(doneSchema, `/api/invoices/${encodeURIComponent(number)}/receipt`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    busy.current = false;
    setState(answered.ok ? { at: 'sent' } : { at: 'failed', words: wordsFor(answered.trouble.code) });
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => void send()} aria-disabled={state.at === 'sending'}>
        {state.at === 'sending' ? (
          <LoaderCircle className="animate-spin" aria-hidden />
        ) : state.at === 'sent' ? (
          <Check aria-hidden />
        ) : (
          <Mail aria-hidden />
        )}
        E-mail me this receipt
      </Button>
      <span role="status" className="text-quiet text-[0.8125rem]">
        {state.at === 'sent' && 'On its way to your own address.'}
        {state.at === 'failed' && state.words}
      </span>
    </span>
  );
}

function wordsFor(code: string): string {
  if (code === 'rate_limited') return 'That was enough for now. Please try again in an hour.';
  if (code === 'offline') return 'You seem to be offline. Nothing was sent.';
  return 'That did not work. Nothing was sent; please try again.';
}
