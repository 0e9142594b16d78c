import 'server-only';
import { fault } from '#faults';
import { dropInvisible, dropMeaninglessJoiners } from '#lib/kernel/characters.ts';

const MAX_PASSES = 4;

/**
 * The form in which text is stored, shown and sent to the model: composed (NFC), newlines as `\n`, and without
 * characters that hide text or reorder it. Idempotent. Emoji and the joiners that Persian, Hindi and others spell
 * with stay; compatibility forms such as `½` or full-width letters stay too, because people mean them. Screening
 * folds those (see `screening-form.ts`).
 */
export function canonicalise(text: string): string {
  if (fault('hidden-characters-kept')) return text;
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  let form = dropInvisible(lines).normalize('NFC');
  // Composing may reorder marks, and so give a joiner other neighbours: repeat until nothing changes.
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = dropMeaninglessJoiners(form).normalize('NFC');
    if (next === form) return form;
    form = next;
  }
  // Only a text made to do so gets here: it loses every joiner, which ends the matter.
  return form.replace(/[\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu, '').normalize('NFC');
}
