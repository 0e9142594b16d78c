import 'server-only';
import { isLetter } from '../classifier/letters.ts';

/** Whether at least half of the letters of a folded text are those from a to z. */
export function isMostlyLatin(form: string): boolean {
  let [latin, others] = [0, 0];
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) latin += 1;
    else if (code >= 0x80 && isLetter(code)) others += 1;
  }
  return latin >= others;
}
