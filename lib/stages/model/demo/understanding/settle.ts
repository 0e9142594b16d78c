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
/** A reading of the rules that is this sure needs no example beside it. */
const SETTLED = 8.5;
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
export function settle(segment: Segment): Reading | null {
  const [read] = segment.readings;
  if (read && read.score >= SETTLED) return read;
  likeness ??= readLikeness();
  const [first] = withLikeness(segment.readings, likeness(segment));
  return first && first.score >= SURE ? first : null;
}
