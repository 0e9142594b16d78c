import 'server-only';
import { spellSigns } from '../chat-spelling.ts';
import { type Guess, learn, type Sample } from '../intents/learn.ts';
import { isIntent, readExamples } from '../intents/read-examples.ts';
import { detectLanguage } from '../language.ts';
import { readWords } from './read-words.ts';

/** Any day does: examples are learned from by what kind of thing they name. */
const EXAMPLES_TODAY = '2026-11-20';

let learned: Guess | undefined;

/** How likely each intent is by the examples. They are learned once, with the first question: it takes about half a second. */
export function guessByExamples(sample: Sample): ReturnType<Guess> {
  learned ??= learn(
    readExamples().flatMap(({ want: [intent = ''], text }) => {
      const spelt = spellSigns(text);
      const example = readWords(spelt, detectLanguage(spelt) ?? 'en', EXAMPLES_TODAY);
      return isIntent(intent) ? [{ ...example, intent }] : [];
    }),
  );
  return learned(sample);
}
