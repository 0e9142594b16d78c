import 'server-only';
import { type Feedback, feedbackVerdictSchema } from '#lib/contract/feedback.ts';
import { CipherError, type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { feedbackContext } from '../contexts.ts';

type Row = { id: string; verdict: string | null; words: Uint8Array | null };

/** What a person thought of an answer, or null. Words that do not open in their place take neither the thumb nor the answer with them. */
export function toFeedback(
  viewer: Viewer,
  dataKey: DataKey,
  conversationId: string,
  row: Row,
): Feedback | null {
  const verdict = feedbackVerdictSchema.nullable().parse(row.verdict);
  if (verdict === null) return null;
  if (row.words === null) return { verdict, words: null };
  try {
    return {
      verdict,
      words: open(dataKey, feedbackContext(viewer, { conversationId, messageId: row.id }), row.words),
    };
  } catch (error) {
    if (error instanceof CipherError) return { verdict, words: null };
    throw error;
  }
}
