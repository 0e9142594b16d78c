'use client';

import { useState } from 'react';
import type { Feedback, FeedbackVerdict } from '#lib/contract/feedback.ts';
import { postFeedback } from '../wire/requests.ts';

export type FeedbackState = ReturnType<typeof useFeedback>;

/** What the person thinks of an answer: a press is kept at once, words are asked for afterwards. */
export function useFeedback(messageId: string, first: Feedback | null) {
  const [said, setSaid] = useState<Feedback | null | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const current = said === undefined ? first : said;

  const send = async (verdict: FeedbackVerdict | null, words?: string) => {
    setBusy(true);
    setNote('');
    const answered = await postFeedback(messageId, { verdict, ...(words && { words }) });
    setBusy(false);
    if (!answered.ok) {
      setNote('That could not be kept. Please try again.');
      return false;
    }
    setSaid(answered.value);
    return true;
  };
  /** The same thumb once more takes it back. */
  const press = async (verdict: FeedbackVerdict) => {
    const isBack = current?.verdict === verdict;
    if (await send(isBack ? null : verdict)) setAsking(!isBack);
  };
  const tell = async (words: string) => {
    if (current === null || !(await send(current.verdict, words))) return;
    setAsking(false);
    setNote('Thank you. Your words are kept with this chat.');
  };
  return { current, asking, busy, note, press, tell, close: () => setAsking(false) };
}
