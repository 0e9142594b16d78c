'use client';

import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';
import { byteLength } from './draft.ts';

type MessageEditorProps = { text: string; onSend: (text: string) => void; onCancel: () => void };

/** Changes an own message. The version before stays and can be looked at again. */
export function MessageEditor({ text, onSend, onCancel }: MessageEditorProps) {
  const [draft, setDraft] = useState(text);
  const noteId = useId();
  const over = byteLength(draft) - MESSAGE_MAX_BYTES;
  const sendable = draft.trim() !== '' && over <= 0;
  const submit = () => sendable && onSend(draft);
  return (
    <form
      className="border-line bg-surface grid gap-2 rounded-2xl border p-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        autoFocus
        aria-label="Your message"
        aria-describedby={noteId}
        aria-invalid={over > 0}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
        className="field-sizing-content max-h-60 min-h-12 w-full resize-none bg-transparent px-1 outline-none"
      />
      <div className="flex items-center justify-end gap-2">
        <p id={noteId} className="text-quiet mr-auto text-[0.8125rem]">
          {over > 0 ? (
            <span className="text-bad font-medium" role="alert">
              Too long by {over} characters. Please shorten it; nothing is cut for you.
            </span>
          ) : (
            'The version before is kept.'
          )}
        </p>
        <Button size="small" look="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit" disabled={!sendable}>
          Send again
        </Button>
      </div>
    </form>
  );
}
