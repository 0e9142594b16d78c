'use client';

import { TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { REPLY_MAX_CHARACTERS } from '#lib/contract/cases.ts';
import { postReply } from './requests.ts';

/** An agent's reply. It goes into the customer's chat under the mark of a person. */
export function ReplyForm({ caseId }: { caseId: string }) {
  const router = useRouter();
  const fieldId = useId();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const empty = text.trim() === '';
  const over = text.trim().length - REPLY_MAX_CHARACTERS;
  const submit = async (close: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answered = await postReply(caseId, {
      ...(empty ? {} : { text }),
      ...(close ? { close: true } : {}),
    });
    setBusy(false);
    if (!answered.ok) return setProblem(answered.problem.message);
    setText('');
    router.refresh();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && over <= 0) void submit(false);
      }}
    >
      <Field label="Your reply" htmlFor={fieldId}>
        <TextArea
          id={fieldId}
          rows={5}
          value={text}
          aria-invalid={over > 0}
          aria-describedby={`${fieldId}-note`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${fieldId}-note`} className="text-quiet text-[0.8125rem]">
          {over > 0
            ? `Too long by ${over} characters.`
            : 'The customer reads it in their chat, marked as from a person.'}
        </p>
      </Field>
      {problem && (
        <p
          role="alert"
          className="bg-warn-soft text-warn flex items-start gap-2.5 rounded-xl px-3.5 py-2.5 text-sm"
        >
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void submit(true)} disabled={busy || over > 0}>
          {empty ? 'Close without a reply' : 'Send and close'}
        </Button>
        <Button look="primary" type="submit" disabled={busy || empty || over > 0}>
          Send reply
        </Button>
      </div>
    </form>
  );
}
