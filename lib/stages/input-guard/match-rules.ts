import 'server-only';
import type { RuleEffect } from './policy.ts';
import { type Rule, RULES } from './rules.ts';
import { joinLines } from './screening-form.ts';

/**
 * The first rule of each effect that a text matches; one of effect `outside` alone is not looked for. `isSpokenOf`: the words of the
 * override are quoted, asked about or called an attack, as those do who report one.
 */
export type Matches = { readonly [effect in RuleEffect]?: Rule } & { readonly isSpokenOf?: boolean };

/** What speaks for itself, as one pattern: that a text matches none of them is known in half the time. */
const SPEAKS = new RegExp(
  RULES.filter(({ effect }) => effect !== 'outside')
    .map(({ pattern }) => pattern.source)
    .join('|'),
  'u',
);
/** What stands before and behind words that are spoken of, within the same sentence. */
const BEFORE =
  /(?:(?<![\p{L}\p{N}])["'«„「『]|\b(?:phrases?|words?|payloads?|attacks?|attempts?|examples?|so-called|called|terms?|slogan|meaning|what (?:is|are|does)|what's|why|how (?:do|does|did))\b)[^.!?\n]{0,60}$/u;
const BEHIND = /^(?:["'»“」』]|[^.!?\n]{0,20}\b(?:attacks?|attempts?|phrases?|payloads?)\b)/u;
const BEFORE_LENGTH = 90;

/** What a screening form matches. */
export function matchRules(form: string): Matches {
  const text = joinLines(form);
  if (!SPEAKS.test(text)) return {};
  const first = (effect: RuleEffect): Rule | undefined =>
    RULES.find((one) => one.effect === effect && one.pattern.test(text));
  const override = first('override');
  return {
    override,
    extraction: first('extraction'),
    outside: first('outside'),
    isSpokenOf: override !== undefined && isSpokenOf(text, override),
  };
}

function isSpokenOf(text: string, { pattern }: Rule): boolean {
  const found = pattern.exec(text);
  if (!found) return false;
  const end = found.index + found[0].length;
  return (
    BEFORE.test(text.slice(Math.max(0, found.index - BEFORE_LENGTH), found.index)) ||
    BEHIND.test(text.slice(end, end + BEFORE_LENGTH))
  );
}
