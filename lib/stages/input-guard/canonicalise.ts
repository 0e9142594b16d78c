import 'server-only';
import { dropInvisible, dropMeaninglessJoiners } from '#lib/kernel/characters.ts';

/**
 * The form in which text is stored, shown and sent to the model: composed (NFC), newlines as `\n`, and without
 * characters that hide text or reorder it. Idempotent. Emoji and the joiners that Persian, Hindi and others spell
 * with stay; compatibility forms such as `½` or full-width letters stay too, because people mean them. Screening
 * folds those (see `screening-form.ts`).
 */
export function canonicalise(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return dropMeaninglessJoiners(dropInvisible(lines)).normalize('NFC');
}
