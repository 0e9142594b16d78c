'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { KeepDays, Keeping, KeepingPreview } from '#lib/contract/keeping.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { dayWords } from './keeping-words.ts';
import { getPreview, putKeeping } from './requests.ts';

type KeepFormProps = { keeping: Keeping; onKeeping: (keeping: Keeping) => void };

/** For how long a person's chats are kept: as long as their organisation keeps them, or shorter. */
export function KeepForm({ keeping, onKeeping }: KeepFormProps) {
  const [wanted, setWanted] = useState<KeepDays | null>(keeping.days);
  const [preview, setPreview] = useState<KeepingPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const save = useRef<HTMLButtonElement>(null);

  const put = async (stored?: { deleted: number }) => {
    setBusy(true);
    setProblem('');
    const answered = await putKeeping({ days: wanted, ...(stored && { stored }) });
    setBusy(false);
    setPreview(null);
    if (!answered.ok) return setProblem(answered.problem.message);
    onKeeping(answered.value);
    setNote(savedWords(answered.value, stored));
  };
  /** Asks first where something is stored that the new period would touch. */
  const submit = async () => {
    setNote('');
    if (wanted === null) return put();
    setBusy(true);
    const answered = await getPreview(wanted);
    setBusy(false);
    if (!answered.ok) return setProblem(answered.problem.message);
    const { deleted, shortened } = answered.value;
    if (deleted + shortened === 0) return put();
    setPreview(answered.value);
  };

  return (
    <form
      className="grid gap-4 px-5 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Choices
        keeping={keeping}
        wanted={wanted}
        busy={busy}
        onChoose={(days) => {
          setWanted(days);
          setNote('');
          setProblem('');
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={save} look="primary" type="submit" disabled={busy || wanted === keeping.days}>
          Save
        </Button>
        <p role="status" className="text-good text-sm">
          {note}
        </p>
        {problem !== '' && (
          <p role="alert" className="text-bad text-sm">
            {problem}
          </p>
        )}
      </div>
      <ApplyDialog
        preview={preview}
        busy={busy}
        returnTo={save}
        onClose={() => setPreview(null)}
        onLater={() => void put()}
        onApply={(deleted) => void put({ deleted })}
      />
    </form>
  );
}

type ChoicesProps = {
  keeping: Keeping;
  wanted: KeepDays | null;
  busy: boolean;
  onChoose: (days: KeepDays | null) => void;
};

function Choices({ keeping, wanted, busy, onChoose }: ChoicesProps) {
  return (
    <fieldset className="grid gap-1" disabled={busy}>
      <legend className="text-quiet mb-2 text-sm">Each chat counts from its last message.</legend>
      {[...keeping.choices, null].map((days) => (
        <label
          key={days ?? 'organisation'}
          className="hover:bg-sunken has-checked:bg-accent-soft flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5"
        >
          <input
            type="radio"
            name="days"
            checked={wanted === days}
            onChange={() => onChoose(days)}
            className="accent-accent size-4 shrink-0"
          />
          {days === null
            ? `${dayWords(keeping.organisationDays)}, as long as your organisation keeps them`
            : dayWords(days)}
        </label>
      ))}
    </fieldset>
  );
}

function savedWords({ days, organisationDays }: Keeping, stored: { deleted: number } | undefined): string {
  const period = dayWords(days ?? organisationDays);
  if (!stored) return `Saved: ${period} from the next message on.`;
  return `Saved: ${period}, for stored chats too${stored.deleted > 0 ? `; ${stored.deleted} deleted` : ''}.`;
}
