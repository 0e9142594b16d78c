import 'server-only';
import { fold } from '../normalise.ts';
import type { Wish } from './wish.ts';

/** Longer messages say something of their own. */
const LONGEST = 9;
/** "From when could it begin?", "what would we save then?": what the change just spoken of would mean. */
const MEANS = [
  /^(?:(?:and|so|ok|okay|but|then) )*(?:(?:from|starting|as of|since) (?:when|which day|what day|what date)|when) (?:would|could|can|will|does|might|is|should)(?: \w+){0,2}? (?:it|that|this|the pause|the change|one|we)\b/,
  /^(?:(?:and|so|ok|okay|but|then) )*(?:from when|as of when|starting when|effective when|when would that be)$/,
  /^(?:(?:and|so|ok|okay|but|then) )*(?:what|how much) (?:would|will|do|could|does) (?:we|i|it|that|this) (?:save|cost|pay|mean|change|be)\b/,
  /^(?:(?:und|also|ok|aber|dann) )*(?:ab wann|bis wann|wann) (?:ginge|geht|gilt|galte|wurde|beginnt|begann|ware|konnte|kann)\b/,
  /^(?:(?:y|et|e) )*(?:desde cuando|a partir de cuando|des quand|a partir de quand|cuanto ahorrariamos|combien on economiserait)\b/,
];

/** The change that was only talked about, to be said what it would mean; null where something else is asked. */
export function quoteOfContext(last: Wish, typed: string): Wish | null {
  const text = fold(typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const isTerm = ['pause_plan', 'cancel_plan', 'change_plan', 'change_seats'].includes(last.tool);
  const isShort = text.split(' ').length <= LONGEST;
  return isTerm && last.mood !== 'ask' && isShort && MEANS.some((pattern) => pattern.test(text))
    ? { ...last, mood: 'quote' }
    : null;
}
