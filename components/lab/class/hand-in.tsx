'use client';

import { Check, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { HandedIn } from '#lib/contract/lab/class.ts';
import type { Flag } from '../wire/post-run.ts';
import { handIn } from './requests.ts';

export const HANDED_IN_WORDS = {
  correct: 'Right. It is on the board.',
  already: 'You have handed this in before.',
  wrong: 'That is not the flag of this challenge.',
  foreign: 'That flag was made for somebody else.',
} as const satisfies Record<HandedIn['verdict'], string>;

type Said = { good: boolean; words: string };

/** One press puts a solved challenge on the board. */
export function HandIn({ flag }: { flag: Flag }) {
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const send = async () => {
    setPending(true);
    const answered = await handIn(flag);
    setPending(false);
    setSaid(saidOf(answered));
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      {!said?.good && (
        <Button look="primary" disabled={pending} onClick={() => void send()}>
          {pending ? <LoaderCircle className="animate-spin" aria-hidden /> : <Check aria-hidden />} Hand it in
        </Button>
      )}
      <p role="status" className={said?.good ? 'text-good font-medium' : 'text-warn'}>
        {said?.words}
      </p>
    </div>
  );
}

/** What the class said, in words. */
export function saidOf(answered: Awaited<ReturnType<typeof handIn>>): Said {
  if (!answered.ok) return { good: false, words: answered.problem.message };
  const { verdict } = answered.value;
  return { good: verdict === 'correct' || verdict === 'already', words: HANDED_IN_WORDS[verdict] };
}
