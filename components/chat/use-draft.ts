'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';
import { loadDraft, saveDraft } from './draft.ts';

/** The composer's words: kept across reloads, filled by "Ask about this", given back after a refusal. */
export function useDraft(
  id: RefObject<string | null>,
  ask: string,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const [text, setText] = useState(ask);

  // What was typed before the page came to life stands in the field, unheard. Storage exists only in the browser, so what was kept
  // there arrives after the first paint.
  useEffect(() => {
    const early = field.current?.value ?? '';
    setText((typed) => (typed !== ask ? typed : early !== '' ? early : loadDraft(id.current)));
  }, [ask, id, field]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      saveDraft(id.current, next);
    },
    [id],
  );

  const fill = useCallback(
    (next: string) => {
      change(next);
      field.current?.focus();
    },
    [change, field],
  );

  /** Puts refused words back, unless something else was typed meanwhile. */
  const giveBack = useCallback(
    (words: string) => setText((typed) => (typed === '' ? keep(id.current, words) : typed)),
    [id],
  );

  return { text, change, fill, giveBack };
}

function keep(id: string | null, words: string): string {
  saveDraft(id, words);
  return words;
}
