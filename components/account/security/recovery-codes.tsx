'use client';

import { Check, Copy, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

/** Ways in for the day the phone is gone: shown once, for the person to keep. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className="grid gap-3">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Your second factor is set up. Keep these recovery codes
      </h3>
      <p className="text-quiet max-w-prose">
        Each works once in place of your app. Write them down or print them; they are shown only now.
      </p>
      <ul
        className="bg-sunken grid w-fit grid-cols-1 gap-x-8 gap-y-1 rounded-xl px-5 py-4 font-mono text-[0.9375rem] sm:grid-cols-2"
        aria-label="Recovery codes"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <Button onClick={() => void copy()}>
          {copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />} Copy
        </Button>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden /> Print
        </Button>
        <Button look="primary" onClick={onKept}>
          I have kept them
        </Button>
        <span role="status" className="text-quiet text-[0.8125rem]">
          {copied === 'yes' && 'Copied. Paste them where only you can read them.'}
          {copied === 'no' && 'The browser did not allow copying. Please write them down.'}
        </span>
      </div>
    </div>
  );
}
