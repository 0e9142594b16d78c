import 'server-only';
import { endOf, findConcept } from '../classifier/concepts/find-concept.ts';
import { isMostlyLatin } from './mostly-latin.ts';

/** Words that sentences of this kind cannot do without, in the languages most attacks are written in. */
const COMMON =
  'the and you your all to of is in me my are now what with for this that from not ignore forget disregard previous ' +
  'instructions instruction system prompt show reveal tell print repeat rules password user everything above list ' +
  'invoices customers refund approve pay paid mark invoice customer data ' +
  'und der die das ist sie alle mir ein nicht que los las por con para les des est pour dans vous che per non een het ' +
  'com uma jest yang untuk saya della icin';

/** Words of these languages that are one of those turned round: nobody turned "em" or "nie". */
const WORDS_AS_THEY_ARE = 'em nie si va won era yap ton ni red ella nee sad teh rep sol sel sed haq rim';
/** Without one of these, or one of those above, a text of several words in Latin letters is strange. */
const COMMON_ELSEWHERE =
  'a i it an we on how was did do at am our es ich wir je un la el de no se nie jest czy mam mnie prosze bir bu icin var yok bana benim biz ' +
  'yang saya kami untuk dan ini itu apa bisa ada aku mera hai kya toi cho cua khong mot voi';

const NOT_BYTES = /[^\0-\xff]/;
const [FIRST_LETTER, LAST_LETTER, LETTERS] = [0x61, 0x7a, 26] as const;

const words = COMMON.split(' ');
const isCommon = new Set([...words, ...WORDS_AS_THEY_ARE.split(' ')]);
const anyOf = (turned: readonly string[]): RegExp => new RegExp(`\\b(?:${turned.join('|')})\\b`, 'g');
const inRot13 = words.map(rot13).filter((word) => !isCommon.has(word));
const backwards = words.map(reverse).filter((word) => !isCommon.has(word));
const IN_ROT13 = anyOf(inRot13);
const REVERSED = anyOf(backwards);
/** So many turned words make a text worth reading … */
const MIN_WORDS = 2;
/** … and so does a text of several words in Latin letters of which none is common, or known by what it is about, in any of the languages. */
const AS_IS = new RegExp(`\\b(?:${[...COMMON_ELSEWHERE.split(' '), ...words].join('|')})\\b`);
/** Shorter stems than this begin turned words, too. */
const KNOWN_STEM = 5;
const BEGIN = /\b[a-z]/g;
const SEVERAL_WORDS = /\b[a-z]{3,24}[^a-z]{1,4}[a-z]{2,24}[^a-z]{1,4}[a-z]{2}/;

/** A full stop before the first word, a capital after the last one's small letters: a sentence that was turned round. */
const BEGINS_WITH_END = /^\s{0,8}[.!?…。！？।؟]{1,3}\s{0,2}\p{L}/u;
const ENDS_WITH_BEGIN = /\p{Ll}['’]?\p{Lu}$/u;
/** Signs of Devanagari and Thai that stand on the letter before them, or before the letter after them, where there is none. */
const SIGN_ON_NOTHING =
  /(?:^|\s)[\u0901-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?:\s|$)/;
/** An end is looked for in so many of the last characters. */
const END = 4;

/** The text (`written`, lower case) out of rot13; empty where its folded form has no words that mean something only then. */
export function readRot13(form: string, written: string): string {
  return has(form, IN_ROT13) || isStrange(form) ? rot13(written) : '';
}

/**
 * The text (`form` in lower case) read backwards, as a whole and word by word; empty where neither words nor the ends of the
 * text as it was written ask for it.
 */
export function readBackwards(form: string, written: string): readonly string[] {
  if (!looksTurned(written) && !has(form, REVERSED) && !isStrange(form)) return [];
  const turned = reverse(form);
  const turnedAt = (word: string, at: number): string =>
    turned.slice(form.length - at - word.length, form.length - at);
  return [turned, form.replace(/\p{L}{2,48}/gu, turnedAt)];
}

/** On bytes, because a callback for each letter takes most of the time that a long text may take; those of other letters than a to z are beyond them. */
function rot13(text: string): string {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= FIRST_LETTER && byte <= LAST_LETTER)
      bytes[at] = ((byte - FIRST_LETTER + LETTERS / 2) % LETTERS) + FIRST_LETTER;
  }
  return bytes.toString();
}

function reverse(text: string): string {
  if (!NOT_BYTES.test(text)) return Buffer.from(Buffer.from(text, 'latin1').toReversed()).toString('latin1');
  return [...text].toReversed().join('');
}

function looksTurned(written: string): boolean {
  return (
    BEGINS_WITH_END.test(written) ||
    ENDS_WITH_BEGIN.test(written.slice(-END)) ||
    SIGN_ON_NOTHING.test(written)
  );
}

function isStrange(form: string): boolean {
  return !AS_IS.test(form) && SEVERAL_WORDS.test(form) && isMostlyLatin(form) && !hasKnownWord(form);
}

function hasKnownWord(form: string): boolean {
  for (BEGIN.lastIndex = 0; BEGIN.test(form);) {
    const begin = BEGIN.lastIndex - 1;
    if (endOf(findConcept(form, begin)) - begin < KNOWN_STEM) continue;
    return true;
  }
  return false;
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
