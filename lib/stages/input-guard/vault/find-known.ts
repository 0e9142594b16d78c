import 'server-only';
import type { Stretch } from '#lib/kernel/personal-data/span.ts';

const TOKEN = /[\p{L}\p{N}]+/gu;
/** What may stand between the groups of one number. */
const GAP = /^[\s./()+–-]{0,3}$/u;
/** Groups that one number may be written in: a telephone read out digit by digit. */
const MAX_GROUPS = 20;

/** A value without anything that only parts its groups: two ways to write one number come to the same. */
export function compactOf(value: string): string {
  return value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Where known numbers stand again, however they are grouped, longest first and without overlap. A number is often found
 * by the word beside it, and the second time there may be none. Linear in the text's length.
 */
export function findKnown(text: string, isKnown: (compact: string) => boolean): Stretch[] {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    token: token.toLowerCase(),
    start: index,
    end: index + token.length,
  }));
  const found: Stretch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let compact = '';
    let last = -1;
    for (let to = at; to < Math.min(tokens.length, at + MAX_GROUPS); to += 1) {
      const [before, token] = [tokens[to - 1], tokens[to]];
      if (!token || (to > at && !GAP.test(text.slice(before?.end, token.start)))) break;
      compact += token.token;
      if (isKnown(compact)) last = to;
    }
    const [first, end] = [tokens[at], tokens[last]];
    if (!first || !end) continue;
    found.push({ start: first.start, end: end.end });
    at = last;
  }
  return found;
}
