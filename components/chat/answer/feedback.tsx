'use client';

import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { FEEDBACK_MAX_CHARACTERS } from '#lib/contract/feedback.ts';
import type { FeedbackState } from './use-feedback.ts';

const THUMBS = [
  { verdict: 'up', label: 'Good answer', Icon: ThumbsUp },
  { verdict: 'down', label: 'Poor answer', Icon: ThumbsDown },
] as const;

export function FeedbackButtons({ feedback }: { feedback: FeedbackState }) {
  return THUMBS.map(({ verdict, label, Icon }) => {
    const pressed = feedback.current?.verdict === verdict;
    return (
      <Hint key={verdict} text={label} side="bottom">
        <Button
          look="ghost"
          size="icon-small"
          aria-label={label}
          aria-pressed={pressed}
          disabled={feedback.busy}
          onClick={() => void feedback.press(verdict)}
          className={pressed ? 'text-accent' : undefined}
        >
          <Icon className={pressed ? 'fill-current' : undefined} aria-hidden />
        </Button>
      </Hint>
    );
  });
}

/** The form opens where the composer may cover it. */
const reveal = (form: HTMLFormElement | null) =>
  form?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });

/** After a thumb: why, if they like. It says where the words stay, because nobody is told of them. */
export function FeedbackWords({ feedback }: { feedback: FeedbackState }) {
  const id = useId();
  const [words, setWords] = useState('');
  const over = words.length - FEEDBACK_MAX_CHARACTERS;
  return (
    <>
      <p role="status" className="text-quiet text-[0.8125rem] empty:hidden">
        {feedback.note}
      </p>
      {feedback.asking && (
        <form
          ref={reveal}
          className="border-line bg-surface animate-rise mt-2 grid scroll-mb-4 gap-3 rounded-xl border p-4 print:hidden"
          onSubmit={(event) => {
            event.preventDefault();
            void feedback.tell(words);
          }}
        >
          <Field
            htmlFor={id}
            label={
              feedback.current?.verdict === 'up' ? 'What was good? (optional)' : 'What was wrong? (optional)'
            }
          >
            <TextArea
              id={id}
              rows={2}
              className="min-h-16"
              value={words}
              aria-invalid={over > 0}
              aria-describedby={`${id}-note`}
              onChange={(event) => setWords(event.target.value)}
            />
            <p id={`${id}-note`} className="text-quiet text-xs">
              {over > 0
                ? `Too long by ${over} characters.`
                : 'Kept encrypted with this chat, for you alone, and gone with it. For a reply, contest the answer.'}
            </p>
          </Field>
          <div className="flex justify-end gap-2">
            <Button size="small" onClick={feedback.close}>
              No, thank you
            </Button>
            <Button
              size="small"
              look="primary"
              type="submit"
              disabled={words.trim() === '' || over > 0 || feedback.busy}
            >
              Keep these words
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
