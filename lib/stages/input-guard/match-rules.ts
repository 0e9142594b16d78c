import 'server-only';
import type { RuleEffect } from './policy.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { joinLines } from './screening-form.ts';

/** The first rule of each effect that a text matches; one of effect `outside` alone is not looked for. */
export type Matches = { readonly [effect in RuleEffect]?: Rule };

/** What speaks for itself, as one pattern: that a text matches none of them is known in half the time. */
const SPEAKS = new RegExp(
  RULES.filter(({ effect }) => effect !== 'outside')
    .map(({ pattern }) => pattern.source)
    .join('|'),
  'u',
);
/** Words that say of those behind them, in the same clause, that they are only told; and that ask about them, if a question mark follows. "Why not …?" asks for it. */
const TOLD =
  /\b(?:phrases?|the words?|payloads?|attacks?|attempts?|so-called|the term|slogan|says|said|saying|reads)\b(?:(?! and | then )[^.!?;\n]){0,60}$/u;
const ASKED =
  /\b(?:what (?:is|are|does)|what's|why(?! not\b| don't\b| do not\b| do you not\b)|how (?:do|does|did))\b(?:(?! and | then )[^.,:!?;\n]){0,60}$/u;
const QUESTION = /^[^.!\n]{0,80}\?/;
const BEHIND = /^[^.!?\n]{0,20}\b(?:attacks?|attempts?|phrases?|payloads?|slogan|means?)\b/u;
/** So many characters on each side are looked at, and so many places. */
const BESIDE = 90;
const MAX_SPOKEN_OF = 4;

/**
 * What a screening form matches. Words that are only spoken of (told, asked about, called an attack) match nothing: those who
 * report one write so, and whoever hides one behind such a word meets the classifier.
 */
export function matchRules(form: string): Matches {
  const text = joinLines(form);
  if (!SPEAKS.test(text)) return {};
  const first = (effect: RuleEffect): Rule | undefined =>
    RULES.find((one) => one.effect === effect && isSaid(text, one));
  return { override: first('override'), extraction: first('extraction'), outside: first('outside') };
}

/** Whether a text has such words and does not only speak of them; who speaks of them all the time says them. */
function isSaid(text: string, { pattern }: Rule): boolean {
  let rest = text;
  for (let spoken = 0; spoken < MAX_SPOKEN_OF; spoken += 1) {
    const found = pattern.exec(rest);
    if (!found) return false;
    const end = found.index + found[0].length;
    const before = rest.slice(Math.max(0, found.index - BESIDE), found.index);
    if (!isSpokenOf(before, rest.slice(end, end + BESIDE))) return true;
    rest = rest.slice(end);
  }
  return true;
}

function isSpokenOf(before: string, behind: string): boolean {
  return TOLD.test(before) || BEHIND.test(behind) || (ASKED.test(before) && QUESTION.test(behind));
}
