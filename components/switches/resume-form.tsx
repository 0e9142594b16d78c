'use client';

import { FormFoot } from '#components/cases/form-foot.tsx';
import type { Switch } from '#lib/contract/switches.ts';
import { isReason, ReasonField } from './reason-field.tsx';
import { ReadBack } from './read-back.tsx';
import { postSwitch } from './requests.ts';
import { subjectWords } from './switch-words.ts';
import { useTwoSteps } from './use-two-steps.ts';

type ResumeFormProps = { paused: Switch; onCancel: () => void; onDone: () => void };

/** Takes a switch back: for the state one saw, with a reason. */
export function ResumeForm({ paused, onCancel, onDone }: ResumeFormProps) {
  const { scope, subject, label, changedAt } = paused;
  const { values, change, isReadBack, sending, problem, submit } = useTwoSteps({ reason: '' }, onDone);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { reason } = values;
        void submit(() => postSwitch({ scope, subject, paused: false, reason, seen: changedAt }));
      }}
    >
      <ReasonField value={values.reason} onChange={(reason) => change({ reason })} />
      <ReadBack shown={isReadBack}>
        This resumes {subjectWords(scope, label)}: it was paused for “{paused.reason}”.
      </ReadBack>
      <FormFoot
        problem={problem}
        send={isReadBack ? 'Resume now' : 'Go on'}
        sendable={isReason(values.reason)}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
