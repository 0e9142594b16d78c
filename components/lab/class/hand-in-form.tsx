'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { CHALLENGES } from '#lib/contract/lab/class.ts';
import { challengeTitle } from './challenge-words.ts';
import { saidOf } from './hand-in.tsx';
import { handIn } from './requests.ts';

/** For a flag that was written down: its challenge, and the flag itself. */
export function HandInForm() {
  const [challenge, setChallenge] = useState<string>('level-1');
  const [flag, setFlag] = useState('');
  const [said, setSaid] = useState<ReturnType<typeof saidOf> | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const result = saidOf(await handIn({ challenge, flag: flag.trim() }));
    setSaid(result);
    if (result.good) setFlag('');
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-3" aria-label="Hand in a flag">
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
        <Select
          aria-label="Challenge"
          value={challenge}
          onChange={(event) => setChallenge(event.target.value)}
          options={CHALLENGES.map((value) => ({ value, label: challengeTitle(value) }))}
        />
        <Input
          aria-label="Flag"
          placeholder="The flag of your run"
          required
          maxLength={100}
          value={flag}
          autoComplete="off"
          onChange={(event) => setFlag(event.target.value)}
        />
        <Button type="submit" className="h-11">
          Hand in
        </Button>
      </div>
      <p role="status" className={said?.good ? 'text-good text-sm font-medium' : 'text-warn text-sm'}>
        {said?.words}
      </p>
    </form>
  );
}
