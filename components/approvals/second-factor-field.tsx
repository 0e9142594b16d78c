'use client';

import { Link } from '#components/ui/link.tsx';
import { useState } from 'react';
import { getDemoCode } from '#components/account/wire/requests.ts';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';

type SecondFactorFieldProps = {
  id: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus: boolean;
  /** In a demonstration the page can say what the person's app would. */
  demonstrates: boolean;
};

/** Six digits from the person's app, or one of their recovery codes. */
export function SecondFactorField({ id, value, onChange, autoFocus, demonstrates }: SecondFactorFieldProps) {
  const [recovers, setRecovers] = useState(false);
  const demonstrate = async () => {
    const answered = await getDemoCode();
    if (answered.ok) onChange(answered.value.code);
  };
  return (
    <Field label={recovers ? 'Recovery code' : 'Code from your authenticator app'} htmlFor={id}>
      <Input
        key={String(recovers)}
        id={id}
        className="tabular max-w-56"
        inputMode={recovers ? 'text' : 'numeric'}
        autoComplete={recovers ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus || recovers}
        maxLength={32}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="text-quiet flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.8125rem]">
        <span id={`${id}-hint`}>
          {recovers ? 'Each recovery code works once.' : 'Six digits; each code works once.'}
        </span>
        <Button
          look="link"
          size="bare"
          className="text-[0.8125rem] font-normal"
          onClick={() => {
            onChange('');
            setRecovers(!recovers);
          }}
        >
          {recovers ? 'Use the app instead' : 'Use a recovery code'}
        </Button>
        {demonstrates && !recovers && (
          <Button
            look="link"
            size="bare"
            className="text-[0.8125rem] font-normal"
            onClick={() => void demonstrate()}
          >
            Demonstration: fill in the code
          </Button>
        )}
        <Link href="/account/security" className="text-accent underline-offset-4 hover:underline">
          Not set up yet? Set it up first
        </Link>
      </div>
    </Field>
  );
}
