import 'server-only';
import { spellSigns } from '../chat-spelling.ts';
import { type Likeness, likenessTo } from '../intents/likeness.ts';
import { SURE } from '../intents/policy.ts';
import { isIntent, readExamples } from '../intents/read-examples.ts';
import { type Reading, withLikeness } from '../intents/score.ts';
import { detectLanguage } from '../language.ts';
import { readWords, type Segment } from './read-segment.ts';

/** Any day does: examples are compared by what kind of thing they name. */
const EXAMPLES_TODAY = '2026-11-20';
/** A reading of the rules as sure as this needs no second opinion. */
const CLEAR = 7;
/** Fewer words are like anything, and many words like nothing. */
const SHORTEST = 4;
const LONGEST = 14;
let likeness: Likeness | undefined;

/** Reading the examples takes a moment, so it is done once, with the first question. */
function readLikeness(): Likeness {
  return likenessTo(
    readExamples().flatMap(({ want: [intent = ''], text }) => {
      const spelt = spellSigns(text);
      const sample = readWords(spelt, detectLanguage(spelt) ?? 'en', EXAMPLES_TODAY);
      return isIntent(intent) ? [{ ...sample, intent }] : [];
    }),
  );
}

/** What a question asks by the rules and by the examples it is most like; null where neither is sure. */
export function settle(segment: Segment, read: Reading | undefined = segment.readings[0]): Reading | null {
  const sure = read && read.score >= SURE ? read : null;
  const { length } = segment.words;
  if ((sure && sure.score >= CLEAR) || length < SHORTEST || length > LONGEST) return sure;
  likeness ??= readLikeness();
  const [first] = withLikeness(segment.readings, likeness(segment));
  return first && first.score >= SURE ? first : null;
}
