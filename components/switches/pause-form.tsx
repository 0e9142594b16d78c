'use client';

import { useId } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Select } from '#components/ui/select.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import { type SwitchScope, switchScopeSchema } from '#lib/contract/switches.ts';
import { isReason, ReasonField } from './reason-field.tsx';
import { ReadBack } from './read-back.tsx';
import { postSwitch } from './requests.ts';
import { SCOPES, subjectWords } from './switch-words.ts';
import { useTwoSteps } from './use-two-steps.ts';

type Choice = { value: string; label: string };
export type Choices = { customers: readonly Choice[]; tools: readonly Choice[]; model: string };

type PauseFormProps = { scope: SwitchScope; choices: Choices; onCancel: () => void; onDone: () => void };

/** What to pause, and why. */
export function PauseForm({ scope: first, choices, onCancel, onDone }: PauseFormProps) {
  const id = useId();
  const subjectFor = (scope: SwitchScope) =>
    ({
      global: '*',
      tenant: choices.customers[0]?.value ?? '',
      tool: choices.tools[0]?.value ?? '',
      model: choices.model,
    })[scope];
  const { values, change, isReadBack, sending, problem, submit } = useTwoSteps(
    { scope: first, subject: subjectFor(first), reason: '' },
    onDone,
  );
  const { scope, subject, reason } = values;
  const options = { tenant: choices.customers, tool: choices.tools, global: [], model: [] }[scope];
  const label = options.find(({ value }) => value === subject)?.label ?? subject;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(() => postSwitch({ scope, subject: subject.trim(), paused: true, reason }));
      }}
    >
      <Field label="What" htmlFor={`${id}-scope`}>
        <Select
          id={`${id}-scope`}
          value={scope}
          onChange={(event) => {
            const next = switchScopeSchema.parse(event.target.value);
            change({ scope: next, subject: subjectFor(next) });
          }}
          options={switchScopeSchema.options.map((value) => ({ value, label: SCOPES[value].label }))}
        />
      </Field>
      {scope === 'model' && (
        <Field label="Its name" htmlFor={`${id}-model`}>
          <Input
            id={`${id}-model`}
            value={subject}
            autoComplete="off"
            onChange={(event) => change({ subject: event.target.value })}
          />
        </Field>
      )}
      {options.length > 0 && (
        <Field label="Which" htmlFor={`${id}-subject`}>
          <Select
            id={`${id}-subject`}
            value={subject}
            onChange={(event) => change({ subject: event.target.value })}
            options={options}
          />
        </Field>
      )}
      <ReasonField value={reason} onChange={(value) => change({ reason: value })} />
      <ReadBack shown={isReadBack}>
        This pauses {subjectWords(scope, label)} within a second. {SCOPES[scope].stops}
      </ReadBack>
      <FormFoot
        problem={problem}
        send={isReadBack ? 'Pause now' : 'Go on'}
        sendable={isReason(reason) && subject.trim() !== ''}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
