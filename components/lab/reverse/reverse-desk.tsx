'use client';

import { LoaderCircle, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { Defence } from '#lib/contract/lab/profile.ts';
import { Attempted } from './attempted.tsx';
import { useReverse } from './use-reverse.ts';

type ReverseDeskProps = {
  /** Those that can be chosen. */
  defences: readonly Defence[];
  titles: Readonly<Record<string, string>>;
};

/** The reverse track: the fewest defences that stop the whole pack while honest people still get their work done. */
export function ReverseDesk({ defences, titles }: ReverseDeskProps) {
  const [keeps, setKeeps] = useState<readonly string[]>([]);
  const { attempt, best, start } = useReverse();
  const isRunning = attempt.status === 'running';
  const toggle = (id: string) =>
    setKeeps(keeps.includes(id) ? keeps.filter((one) => one !== id) : [...keeps, id]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">Defences that stand</legend>
        {defences.map((defence) => (
          <DefenceSwitch
            key={defence.id}
            defence={defence}
            isOn={keeps.includes(defence.id)}
            onToggle={() => toggle(defence.id)}
          />
        ))}
      </fieldset>
      <div className="bg-surface border-line grid gap-5 rounded-2xl border p-5 lg:sticky lg:top-20">
        <Figures>
          <Figure name="Chosen" large note={`of ${defences.length}`}>
            {keeps.length}
          </Figure>
          <Figure name="Fewest that held" large>
            {best ?? '–'}
          </Figure>
        </Figures>
        <Button
          look="primary"
          size="large"
          aria-disabled={isRunning}
          onClick={() => (isRunning ? undefined : void start(keeps))}
        >
          {isRunning ? <LoaderCircle className="animate-spin" aria-hidden /> : <ShieldCheck aria-hidden />}
          {isRunning ? 'Trying the whole pack…' : 'Try this set'}
        </Button>
        <Attempted attempt={attempt} titles={titles} />
      </div>
    </div>
  );
}

type DefenceSwitchProps = { defence: Defence; isOn: boolean; onToggle: () => void };

function DefenceSwitch({ defence, isOn, onToggle }: DefenceSwitchProps) {
  const id = `defence-${defence.id}`;
  return (
    <label
      htmlFor={id}
      className={classNames(
        'bg-surface border-line hover:border-line-strong grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-3 gap-y-0.5 rounded-2xl border p-4 transition-colors',
        isOn && 'border-accent-line bg-accent-soft',
      )}
    >
      <input
        id={id}
        type="checkbox"
        className="accent-accent row-span-2 mt-1 size-4"
        checked={isOn}
        onChange={onToggle}
      />
      <span className="font-semibold">{defence.title}</span>
      <span className="text-quiet text-sm">{defence.does}</span>
    </label>
  );
}
