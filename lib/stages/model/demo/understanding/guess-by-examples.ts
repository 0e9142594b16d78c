import 'server-only';
import { spellSigns } from '../chat-spelling.ts';
import { featuresAfter, featuresOf, knownShare, type Sample } from '../intents/features.ts';
import { type Example, type Learned, learn } from '../intents/learn.ts';
import type { Intent } from '../intents/policy.ts';
import { isIntent, readExamples } from '../intents/read-examples.ts';
import { readFollowUps } from '../intents/read-follow-ups.ts';
import { detectLanguage } from '../language.ts';
import { readWords } from './read-words.ts';

/** Any day does: examples are learned from by what kind of thing they name. */
const EXAMPLES_TODAY = '2026-11-20';
/** A follow-up is learned after so many of the questions it may follow, taken in turns. */
const CONTEXTS = 3;
/** Of so many questions one is learned as asking for itself, after some other question. */
const OWN_EVERY = 2;
/** What asks for itself, whatever was spoken of. */
const OWN = 'own';

let alone: Learned<Intent> | undefined;
let after: Learned<Intent | typeof OWN> | undefined;

/** Both are learned once, with the first question: it takes about a second. */
export function guessByExamples(sample: Sample): ReadonlyMap<Intent, number> {
  alone ??= learn(
    questions().map(({ intent, sample: one }) => ({ features: featuresOf(one), label: intent })),
  );
  return scaled(alone.guess(featuresOf(sample)), sample, alone);
}

/** What a message asks after a question of this kind; `own` where it asks for itself. */
export function guessFollowUp(earlier: Intent, sample: Sample): ReadonlyMap<Intent | typeof OWN, number> {
  after ??= learn(followUpExamples());
  return scaled(after.guess(featuresAfter(earlier, sample)), sample, after);
}

/** Of words never seen nothing was learned: the fewer are known, the less the examples say. */
function scaled<Label extends string>(
  chances: ReadonlyMap<Label, number>,
  sample: Sample,
  { knows }: Learned<Label>,
): ReadonlyMap<Label, number> {
  const share = knownShare(sample, knows);
  return new Map([...chances].map(([label, chance]) => [label, chance * share]));
}

function followUpExamples(): Example<Intent | typeof OWN>[] {
  const follow = readFollowUps().flatMap(({ after: contexts, want, text }, at) => {
    const sample = read(text);
    const step = Math.max(1, Math.floor(contexts.length / CONTEXTS));
    return [0, 1, 2].slice(0, contexts.length).flatMap((turn) => {
      const context = contexts[(at + turn * step) % contexts.length];
      return context ? [{ features: featuresAfter(context, sample), label: want }] : [];
    });
  });
  const all = questions();
  const own = all.flatMap(({ sample }, at) => {
    const earlier = all[(at * 7) % all.length]?.intent;
    return at % OWN_EVERY === 0 && earlier
      ? [{ features: featuresAfter(earlier, sample), label: OWN } as const]
      : [];
  });
  return mixed<Example<Intent | typeof OWN>>(follow, own);
}

/** One list among the other, so that neither is learned last. */
function mixed<T>(many: readonly T[], few: readonly T[]): T[] {
  const every = Math.max(1, Math.floor(many.length / Math.max(1, few.length)));
  return many.flatMap((one, at) => {
    const other = at % every === 0 ? few[at / every] : undefined;
    return other === undefined ? [one] : [one, other];
  });
}

type Question = { intent: Intent; sample: Sample };

let asked: readonly Question[] | undefined;

function questions(): readonly Question[] {
  asked ??= readExamples().flatMap(({ want: [intent = ''], text }) =>
    isIntent(intent) ? [{ intent, sample: read(text) }] : [],
  );
  return asked;
}

function read(text: string): Sample {
  const spelt = spellSigns(text);
  return readWords(spelt, detectLanguage(spelt) ?? 'en', EXAMPLES_TODAY);
}
