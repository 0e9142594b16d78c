import 'server-only';
import { ORDERS } from './policy.ts';
import { patternForm } from './surfaces.ts';
import { countAbroad, speaksOf } from './vocabulary/ideas.ts';

/** So many words of a language make a text one of it. */
const ABROAD_WORDS = 2;

/** Whether a text that nobody typed claims a right to give orders, or speaks to the assistant. */
export function isBold(text: string): boolean {
  const plain = patternForm(text);
  return ORDERS.override.test(plain) || ORDERS.authority.test(plain) || ORDERS.toAssistant.test(plain);
}

/** Whether a typed text asks as if it were decided: over rules, over questions, over the person who would have to agree; or in a language that is not heard otherwise. */
export function isPressing(text: string): boolean {
  const plain = patternForm(text);
  if (ORDERS.override.test(plain) || ORDERS.overQuestions.test(plain)) return true;
  if (ORDERS.persona.test(plain)) return true;
  return isForeign(plain) || ORDERS.atOnce.test(plain) && speaksOf(plain, 'refund', 'money');
} // prettier-ignore

/** Other letters than Latin ones, or words of languages that are not heard otherwise. */
function isForeign(plain: string): boolean {
  return /[^\p{ASCII}\p{Script=Latin}\p{P}\p{S}\p{Z}]{4,}/u.test(plain) || countAbroad(plain) >= ABROAD_WORDS;
}
