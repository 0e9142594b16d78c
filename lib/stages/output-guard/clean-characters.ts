import 'server-only';
import { dropInvisible, dropMeaninglessJoiners, isConditional } from '#lib/kernel/characters.ts';
import { isPlain } from './parts-of.ts';
import type { Found, Pass, Sink } from './passes.ts';

const LINE_END = /[\r\u0085\u2028\u2029]/;
const SKIN_TONE = /[\u{1f3fb}-\u{1f3ff}]/u;
/** More joiners and selectors in a row than any emoji has. */
const CONDITIONAL_MAX = 16;

/** Removes control, bidi, private-use and other invisible characters; joiners stay where they spell something. */
export function cleanCharacters(next: Sink, found: Found): Pass {
  let base = '';
  let waiting: string[] = [];

  function settle(following: string): void {
    if (waiting.length === 0) return;
    const joined = base + waiting.join('') + following;
    const kept = dropMeaninglessJoiners(joined);
    if (kept.length < joined.length) found('hidden');
    waiting = [];
    for (const character of kept.slice(base.length, kept.length - following.length)) next(character);
  }
  function pass(part: string): void {
    settle(part);
    base = SKIN_TONE.test(part) ? base + part : part;
    next(part);
  }

  function take(part: string): void {
    if (waiting.length === 0 && (isPlain(part) || isAsciiText(part))) {
      base = part;
      return next(part);
    }
    if (isConditional(part)) {
      if (waiting.length < CONDITIONAL_MAX) waiting.push(part);
      return;
    }
    if (LINE_END.test(part)) return part === '\r' ? undefined : pass('\n');
    if (dropInvisible(part) === '') return found('hidden');
    pass(part);
  }

  return {
    take,
    end: () => settle(''),
    isIdle: () => waiting.length === 0,
    resume: (last) => void (base = last),
  };
}

function isAsciiText(character: string): boolean {
  return (character >= ' ' && character <= '~') || character === '\n';
}
