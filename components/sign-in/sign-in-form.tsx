'use client';

import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import { troubleOf, useSignIn } from './use-sign-in.ts';

type SignInFormProps = {
  next: string;
  /** What a sign-in without script came back with. */ error: string | undefined;
  retryAfterS: number;
};

/** E-mail and password. Whatever was wrong, the page says the same one thing. */
export function SignInForm({ next, error, retryAfterS }: SignInFormProps) {
  const { start, pending, trouble } = useSignIn(next, troubleOf(error, retryAfterS));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start('credentials', { email, password }).then((done) => !done && setPassword(''));
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-busy={pending}>
      {trouble && (
        <p
          role="alert"
          className={`rounded-xl px-4 py-3 text-sm ${trouble.kind === 'wrong' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
        >
          {trouble.message}
        </p>
      )}
      <Field label="E-mail" htmlFor="email">
        <Input
          id="email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" htmlFor="password">
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" look="outline" size="large" disabled={pending}>
        {pending && <LoaderCircle className="animate-spin" aria-hidden />}
        Sign in
      </Button>
    </form>
  );
}
