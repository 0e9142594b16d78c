import { LoaderCircle, Play, Square } from 'lucide-react';
import type { FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Switchboard } from '#lib/contract/lab/profile.ts';
import { Segments } from '../../segments.tsx';
import { AttackField } from './attack-field.tsx';
import type { AttackChoice, Choice } from './choices.ts';
import { SIDES } from '../pane.ts';
import { DefenceField } from './defence-field.tsx';
import { OwnWords } from './own-words.tsx';

type ChooserProps = {
  attacks: readonly AttackChoice[];
  board: Switchboard;
  choice: Choice;
  /** There is something to send. */
  isReady: boolean;
  isRunning: boolean;
  onChange: (choice: Choice) => void;
  onRun: () => void;
  onStop: () => void;
};

const SIDE_LABELS = { left: 'Left side', right: 'Right side' } as const;

const KINDS = [
  { value: 'attack', label: 'From the catalogue' },
  { value: 'typed', label: 'In your own words' },
] as const;

/** What is run, against what, and the one button. Everything is chosen already: whoever reads nothing presses it. */
export function Chooser(props: ChooserProps) {
  const { attacks, board, choice, isReady, isRunning, onChange, onRun, onStop } = props;
  const { what, by } = choice;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isRunning) onRun();
  };
  return (
    <form
      onSubmit={submit}
      aria-label="What to run"
      className="bg-surface border-line grid gap-5 rounded-2xl border p-5 sm:p-6"
    >
      <Segments
        label="Where the attack comes from"
        options={KINDS}
        value={what.kind}
        onChange={(kind) => onChange({ ...choice, what: startOf(kind, attacks) })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 md:grid-cols-2 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="md:col-span-2 lg:col-span-1">
          {what.kind === 'attack' ? (
            <AttackField
              attacks={attacks}
              chosen={what.id}
              onChoose={(id) => onChange({ ...choice, what: { kind: 'attack', id } })}
            />
          ) : (
            <OwnWords
              messages={what.messages}
              plant={what.plant}
              onChange={(change) => onChange({ ...choice, what: { ...what, ...change } })}
            />
          )}
        </div>
        {SIDES.map((side) => (
          <DefenceField
            key={side}
            id={`lab-${side}`}
            label={SIDE_LABELS[side]}
            board={board}
            by={by[side]}
            onChange={(defences) => onChange({ ...choice, by: { ...by, [side]: defences } })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {/* Not disabled while it runs: the focus stays where it was. */}
        <Button type="submit" look="primary" size="large" aria-disabled={isRunning || !isReady} autoFocus>
          {isRunning ? <LoaderCircle className="animate-spin" aria-hidden /> : <Play aria-hidden />}
          {isRunning ? 'Running…' : 'Run on both sides'}
        </Button>
        {isRunning && (
          <Button size="large" onClick={onStop}>
            <Square aria-hidden /> Stop
          </Button>
        )}
        <span className="text-quiet hidden text-sm sm:inline">
          Enter runs. Afterwards the arrow keys step through what happened.
        </span>
      </div>
    </form>
  );
}

function startOf(kind: Choice['what']['kind'], attacks: readonly AttackChoice[]): Choice['what'] {
  if (kind === 'typed') return { kind, messages: [''], plant: '' };
  return { kind, id: attacks[0]?.id ?? '' };
}
