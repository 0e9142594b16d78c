import { Plus, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { Fold } from '#components/sent/fold.tsx';
import { TEXT_MAX } from '#lib/contract/lab/scene.ts';

/** As many as the route takes. */
const MESSAGES_MAX = 6;
const PLANT_MAX = 4_000;

type OwnWordsProps = {
  messages: readonly string[];
  plant: string;
  onChange: (change: { messages?: readonly string[]; plant?: string }) => void;
};

/** The free-form box: one message or several, and if wanted a note that a third party left on the latest invoice. */
export function OwnWords({ messages, plant, onChange }: OwnWordsProps) {
  const set = (at: number, text: string) =>
    onChange({ messages: messages.map((message, place) => (place === at ? text : message)) });
  return (
    <div className="grid gap-3">
      {messages.map((message, at) => (
        <Field
          key={at}
          label={at === 0 ? 'What you type' : `Then, message ${at + 1}`}
          htmlFor={`lab-own-${at}`}
        >
          <TextArea
            id={`lab-own-${at}`}
            className="min-h-20"
            maxLength={TEXT_MAX}
            value={message}
            placeholder={at === 0 ? 'Try to get what you should not. Any visible effect counts.' : undefined}
            onChange={(event) => set(at, event.target.value)}
            onKeyDown={submitByKey}
          />
        </Field>
      ))}
      <div className="flex flex-wrap gap-2">
        {messages.length < MESSAGES_MAX && (
          <Button size="small" onClick={() => onChange({ messages: [...messages, ''] })}>
            <Plus aria-hidden /> Another message
          </Button>
        )}
        {messages.length > 1 && (
          <Button size="small" look="ghost" onClick={() => onChange({ messages: messages.slice(0, -1) })}>
            <X aria-hidden /> Without the last
          </Button>
        )}
      </div>
      <Fold title="A note that somebody left on the latest invoice">
        <Field label="The note’s text" htmlFor="lab-plant">
          <TextArea
            id="lab-plant"
            className="min-h-20"
            maxLength={PLANT_MAX}
            value={plant}
            onChange={(event) => onChange({ plant: event.target.value })}
            onKeyDown={submitByKey}
          />
        </Field>
      </Fold>
    </div>
  );
}

/** Enter is a new line here; with Ctrl or Cmd it runs. */
function submitByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}
