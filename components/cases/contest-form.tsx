'use client';

import { useId, useState } from 'react';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import {
  CONTEST_GROUNDS,
  type ContestGround,
  contestGroundSchema,
  NOTE_MAX_CHARACTERS,
} from '#lib/contract/cases.ts';
import { FormFoot } from './form-foot.tsx';
import { postContest } from './requests.ts';
import { Sent } from './sent.tsx';
import { useSend } from './use-send.ts';

type ContestFormProps = { turnId: string; onClose: () => void };

/** Why an answer is wrong, chosen and if they like in their own words. */
export function ContestForm({ turnId, onClose }: ContestFormProps) {
  const noteId = useId();
  const [ground, setGround] = useState<ContestGround | null>(null);
  const [note, setNote] = useState('');
  const over = note.length - NOTE_MAX_CHARACTERS;
  const { send, sending, problem, caseId } = useSend(() =>
    postContest(turnId, { ground: ground ?? 'other', ...(note.trim() === '' ? {} : { note }) }),
  );
  if (caseId !== null)
    return <Sent caseId={caseId} where="The reply will stand in this chat." onClose={onClose} />;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 text-sm font-medium">What is wrong with it?</legend>
        {contestGroundSchema.options.map((option, index) => (
          <label
            key={option}
            className="hover:bg-sunken has-checked:bg-accent-soft flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5"
          >
            <input
              type="radio"
              name="ground"
              value={option}
              autoFocus={index === 0}
              checked={ground === option}
              onChange={() => setGround(option)}
              className="accent-accent size-4 shrink-0"
            />
            {CONTEST_GROUNDS[option]}
          </label>
        ))}
      </fieldset>
      <Field label="In your own words (optional)" htmlFor={noteId}>
        <TextArea
          id={noteId}
          rows={3}
          className="min-h-20"
          value={note}
          aria-invalid={over > 0}
          aria-describedby={over > 0 ? `${noteId}-problem` : undefined}
          onChange={(event) => setNote(event.target.value)}
        />
        {over > 0 && (
          <p id={`${noteId}-problem`} className="text-bad text-[0.8125rem] font-medium">
            Too long by {over} characters.
          </p>
        )}
      </Field>
      <FormFoot
        problem={problem}
        send="Send to a person"
        sendable={ground !== null && over <= 0}
        sending={sending}
        onCancel={onClose}
      />
    </form>
  );
}
