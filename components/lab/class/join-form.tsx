'use client';

import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import { joinClass } from './requests.ts';

const WHY_NOT = {
  'wrong-code': 'No class is open with this code. Look at the wall again.',
  'name-taken': 'Somebody has this name already. Choose another.',
  'class-full': 'This class is full.',
} as const;

/** Into a class: the code from the wall, and a name for the board. Nothing else is asked for. */
export function JoinForm({ code: given }: { code: string }) {
  const router = useRouter();
  const [code, setCode] = useState(given);
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answered = await joinClass(code.trim(), name.trim());
    setPending(false);
    if (!answered.ok) return setTrouble(sentenceOf(answered.problem.kind, answered.problem.message));
    if (!answered.value.joined) return setTrouble(WHY_NOT[answered.value.why]);
    router.push('/lab/play');
  };
  return (
    <form onSubmit={(event) => void join(event)} className="grid gap-4">
      <Field label="Code" htmlFor="class-code">
        <Input
          id="class-code"
          className="h-14 text-center font-mono text-2xl tracking-[0.2em] uppercase sm:text-2xl"
          autoComplete="off"
          autoCapitalize="characters"
          required
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Field label="Your name on the board" htmlFor="class-name">
        <Input
          id="class-name"
          autoComplete="nickname"
          required
          maxLength={40}
          autoFocus={given !== ''}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {trouble && (
        <p role="alert" className="bg-warn-soft text-warn rounded-xl px-4 py-3 text-sm">
          {trouble}
        </p>
      )}
      <Button type="submit" look="primary" size="large" disabled={pending}>
        Join the class
        {pending ? <LoaderCircle className="animate-spin" aria-hidden /> : <ArrowRight aria-hidden />}
      </Button>
    </form>
  );
}

function sentenceOf(kind: string, message: string): string {
  return kind === 'failed'
    ? 'That name or code does not look right. Letters, figures and spaces are fine.'
    : message;
}
