import 'server-only';

/** Words that sentences of this kind cannot do without, in the languages most attacks are written in. */
const COMMON =
  'the and you your all to of is in me my are now what with for this that from not ignore forget disregard previous ' +
  'instructions instruction system prompt show reveal tell print repeat rules password user everything above list ' +
  'invoices customers refund approve pay paid mark invoice customer data ' +
  'und der die das ist sie alle mir ein nicht que los las por con para les des est pour dans vous che per non een het';

const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 0x61 + 13) % 26) + 0x61));
const reverse = (text: string): string => [...text].toReversed().join('');

const words = COMMON.split(' ');
const isCommon = new Set(words);
const anyOf = (turned: readonly string[]): RegExp => new RegExp(`\\b(?:${turned.join('|')})\\b`, 'g');
const inRot13 = words.map(rot13).filter((word) => !isCommon.has(word));
const backwards = words.map(reverse).filter((word) => !isCommon.has(word));
const IN_ROT13 = anyOf(inRot13);
const REVERSED = anyOf(backwards);
/** So many turned words make a text worth reading … */
const MIN_WORDS = 2;
/** … and so does a text of several words of which none is common in any of the languages. */
const AS_IS = new RegExp(
  `\\b(?:a|i|it|an|we|on|how|was|did|do|at|am|our|es|ich|wir|je|un|la|el|de|no|se|${words.join('|')})\\b`,
);
const SEVERAL_WORDS = /\b[a-z]{3,24}[^a-z]{1,4}[a-z]{2,24}[^a-z]{1,4}[a-z]{2}/;

/** A full stop before the first word, a capital after the last one's small letters: a sentence that was turned round. */
const BEGINS_WITH_END = /^\s{0,8}[.!?…。！？।؟]{1,3}\s{0,2}\p{L}/u;
const ENDS_WITH_BEGIN = /\p{Ll}['’]?\p{Lu}$/u;

/** The text (lower case) out of rot13; empty where it has no words that mean something only then. */
export function readRot13(form: string): string {
  return has(form, IN_ROT13) || isStrange(form) ? rot13(form) : '';
}

/**
 * The text (`form` in lower case) read backwards, as a whole and word by word; empty where neither words nor the ends of the
 * text as it was written ask for it.
 */
export function readBackwards(form: string, written: string): readonly string[] {
  if (!BEGINS_WITH_END.test(written) && !ENDS_WITH_BEGIN.test(written))
    if (!has(form, REVERSED) && !isStrange(form)) return [];
  return [reverse(form), form.replace(/\p{L}{2,48}/gu, reverse)];
}

function isStrange(form: string): boolean {
  return !AS_IS.test(form) && SEVERAL_WORDS.test(form);
}

function has(form: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  for (let found = 0; pattern.test(form);) {
    found += 1;
    if (found < MIN_WORDS) continue;
    pattern.lastIndex = 0;
    return true;
  }
  return false;
}
