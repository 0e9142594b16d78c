'use client';

import { useId, useState } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { NOT_REMEMBERED } from '#lib/contract/attacks.ts';
import { postAttack } from './requests.ts';

type AttackFormProps = {
  caseId: string;
  textId: string;
  /** What the customer wrote. */
  text: string;
  onCancel: () => void;
  onKept: (attackId: string) => void;
};

/** The words that are the attack: the agent takes away what is none of it, and adds nothing. */
export function AttackForm({ caseId, textId, text, onCancel, onKept }: AttackFormProps) {
  const fieldId = useId();
  const [passage, setPassage] = useState(text);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = passage.trim();
  const isTheirs = text.includes(wanted);
  const submit = async () => {
    if (sending || wanted === '' || !isTheirs) return;
    setSending(true);
    setProblem(null);
    const answered = await postAttack(caseId, { textId, passage: wanted });
    setSending(false);
    if (!answered.ok) return setProblem(answered.problem.message);
    if ('refused' in answered.value) return setProblem(NOT_REMEMBERED[answered.value.refused]);
    onKept(answered.value.attackId);
  };
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="The words of the attack" htmlFor={fieldId}>
        <TextArea
          id={fieldId}
          rows={5}
          value={passage}
          aria-invalid={!isTheirs}
          aria-describedby={`${fieldId}-note`}
          onChange={(event) => setPassage(event.target.value)}
        />
        <p id={`${fieldId}-note`} className="text-quiet text-[0.8125rem]">
          {isTheirs
            ? 'Take away what is an ordinary question, so that those stay unflagged.'
            : 'Only words that the customer wrote, in one piece and as they stand there.'}
        </p>
      </Field>
      <FormFoot
        problem={problem}
        send="Remember as attack"
        sendable={wanted !== '' && isTheirs}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
