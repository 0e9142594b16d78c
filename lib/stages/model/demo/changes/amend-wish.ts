import 'server-only';
import { fold } from '../normalise.ts';
import { fill, isComplete } from './complete-wish.ts';
import type { Setting } from './read-wish.ts';
import type { Wish } from './wish.ts';

/** Longer messages say something of their own. */
const LONGEST = 10;
/** Something other than what was prepared is wanted: "make it 3", "no, 4", "Starter instead". */
const AMENDS =
  /\b(?:make (?:it|that|this|them)|instead|rather|actually|i meant|we meant|better|only|just|no|hm+|wait|sorry|change (?:it|that) to|mach\w*|lieber|doch|stattdessen|besser|nur|nein|ich meinte|mejor|solo|que sean|no|en vez|perdon|plutot|finalement|seulement|non|mett\w*|je voulais dire)\b/;
/** Taken back: "undo that", "can it be reversed?". */
const UNDOES =
  /\b(?:undo\w*|undone|revers\w*|revok\w*|take (?:it|that|this) back|change (?:it|that) back|go back|back out|rückgängig|ruckgangig|zurucknehm\w*|widerruf\w*|deshac\w*|revertir\w*|echar\w* atras|annul\w* (?:ca|cela)|revenir en arriere|faire marche arriere)\b/;
const AGREES = /\b(?:ok|okay|yes|please|fine|do|add|book|take|go|ja|bitte|si|vale|por favor|oui|d accord)\b/;
const ASKS =
  /\?\s*$|^(?:and |so |but |und |y |et )*(?:can|could|may|is|will|would|how|when|what|kann|konnen|ist|wie|puedo|se puede|podemos|como|peut|puis|comment|est)\b/;

const short = (typed: string) => typed.trim().split(/\s+/).length <= LONGEST;

/** What was prepared, with the other value that the person names now; null where none is named. */
export function amendWish(wish: Wish, typed: string, setting: Setting): Wish | null {
  const text = fold(typed);
  if (wish.mood === 'about' || !short(typed) || ASKS.test(text) || !AMENDS.test(text)) return null;
  if (wish.tool === 'refund' && wish.mood === 'ask') return otherAmount(wish, text);
  const message = text.replace(/[^\p{L}\p{N}@.]+/gu, ' ').trim();
  const filled = fill(wish, { typed, unit: message, message, ...setting });
  const isOther = filled && isComplete(filled) && JSON.stringify(filled) !== JSON.stringify(wish);
  if (!isOther) return null;
  // After a price, another value is another price, unless it is agreed to.
  return wish.mood === 'ask' || AGREES.test(message)
    ? { ...filled, mood: 'ask' }
    : { ...filled, mood: 'quote' };
}

/** "Make it 20": the same invoice, another part of it. */
function otherAmount(wish: Extract<Wish, { tool: 'refund' }>, text: string): Wish | null {
  const { target } = wish;
  const amount = /(?<![\d-])(\d{1,6}(?:[.,]\d{1,2})?)(?![\d-])/.exec(text)?.[1];
  if (target.kind !== 'invoice' || amount === undefined || amount === target.amount) return null;
  return { ...wish, target: { ...target, amount } };
}

/** How a message takes back what was spoken of last; null where it does not. */
export function undoIn(wish: Wish, typed: string): { isAsked: boolean; wish: Wish } | null {
  const text = fold(typed);
  if (!short(typed) || !UNDOES.test(text)) return null;
  const isOfTerm = wish.tool === 'cancel_plan' || wish.tool === 'pause_plan';
  return { isAsked: ASKS.test(text), wish: isOfTerm ? { mood: 'ask', tool: 'resume_plan' } : wish };
}
