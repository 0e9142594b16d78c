'use client';

import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useSignIn } from './use-sign-in.ts';

type Account = { email: string; label: string; blurb: string };

/** One click into the demonstration; the other accounts wait behind "more". */
export function DemoAccounts({ accounts, next }: { accounts: readonly Account[]; next: string }) {
  const { start, pending, trouble } = useSignIn(next);
  const [chosen, setChosen] = useState('');
  const [first, ...others] = accounts;
  if (!first) return null;
  const enter = (email: string) => {
    setChosen(email);
    void start('demo', { account: email });
  };
  return (
    <div className="grid gap-3">
      <Button look="primary" size="large" disabled={pending} onClick={() => enter(first.email)}>
        Continue as {first.label}
        {pending && chosen === first.email ? (
          <LoaderCircle className="animate-spin" aria-hidden />
        ) : (
          <ArrowRight aria-hidden />
        )}
      </Button>
      {trouble && (
        <p role="alert" className="bg-warn-soft text-warn rounded-xl px-4 py-3 text-sm">
          {trouble.message}
        </p>
      )}
      <details className="group">
        <summary className="text-quiet hover:text-ink cursor-pointer list-none rounded-md py-1 text-center text-sm [&::-webkit-details-marker]:hidden">
          <span className="group-open:hidden">More accounts to look around with</span>
          <span className="hidden group-open:inline">Fewer accounts</span>
        </summary>
        <ul className="border-line divide-line mt-2 divide-y overflow-hidden rounded-xl border">
          {others.map((account) => (
            <li key={account.email}>
              <button
                type="button"
                disabled={pending}
                onClick={() => enter(account.email)}
                className="bg-surface hover:bg-sunken flex w-full items-center justify-between gap-3 px-4 py-2.5 text-left text-sm transition-colors disabled:opacity-60"
              >
                <span>
                  <span className="block font-medium">{account.label}</span>
                  <span className="text-quiet block text-[0.8125rem]">{account.blurb}</span>
                </span>
                {pending && chosen === account.email ? (
                  <LoaderCircle className="size-4 animate-spin" aria-hidden />
                ) : (
                  <ArrowRight className="text-quiet size-4" aria-hidden />
                )}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
