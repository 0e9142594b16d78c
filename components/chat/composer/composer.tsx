'use client';

import { type RefObject, useId } from 'react';
import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';
import { byteLength } from '../draft.ts';
import { ComposerNote } from './composer-note.tsx';
import { SendOrStop } from './send-or-stop.tsx';

type ComposerProps = {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  streaming: boolean;
  /** Set while sending cannot work (waiting): the words can still be edited. */
  held: boolean;
  /** For how long it is kept, after "Only you can read this chat". */
  kept: string;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Grows with its words. Enter sends, Shift+Enter makes a new line, Escape stops an answer. */
export function Composer({ text, onText, onSend, onStop, streaming, held, kept, field }: ComposerProps) {
  const noteId = useId();
  const bytes = byteLength(text);
  const tooLong = bytes > MESSAGE_MAX_BYTES;
  const sendable = text.trim() !== '' && !tooLong && !streaming && !held;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sendable) onSend();
      }}
    >
      <div className="border-line-strong bg-surface focus-within:border-accent focus-within:outline-accent flex items-end gap-2 rounded-2xl border p-2 pl-4 shadow-sm focus-within:outline-1">
        <textarea
          ref={field}
          rows={1}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && streaming) onStop();
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (sendable) onSend();
          }}
          placeholder="Ask about your bill"
          aria-label="Ask about your bill"
          aria-describedby={noteId}
          aria-invalid={tooLong}
          enterKeyHint="send"
          className="placeholder:text-quiet field-sizing-content max-h-48 min-h-10 grow resize-none bg-transparent py-2 text-base leading-6 outline-none sm:text-[0.9375rem]"
        />
        <SendOrStop streaming={streaming} sendable={sendable} onStop={onStop} />
      </div>
      <ComposerNote id={noteId} bytes={bytes} kept={kept} />
    </form>
  );
}
