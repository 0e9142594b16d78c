import 'server-only';
import type { Intent } from './policy.ts';
import { MONEY_RULES } from './rules-money.ts';
import { PAYMENT_RULES } from './rules-payment.ts';
import { PLAN_RULES } from './rules-plan.ts';
import { TALK_RULES } from './rules-talk.ts';

/** `[condition, weight]`, see `rules-money.ts` for the notation. */
export type Rules = Record<Intent, readonly (readonly [string, number])[]>;

type Compiled = { intent: Intent; all: string[][]; none: string[]; weight: number };

function compile(rules: Partial<Rules>): Compiled[] {
  const compiled: Compiled[] = [];
  for (const [intent, list] of Object.entries(rules)) {
    if (!isIntent(intent)) continue;
    for (const [condition, weight] of list) {
      const parts = condition.split(' ');
      compiled.push({
        intent,
        weight,
        all: parts.filter((part) => !part.startsWith('!')).map((part) => part.split('|')),
        none: parts.filter((part) => part.startsWith('!')).flatMap((part) => part.slice(1).split('|')),
      });
    }
  }
  return compiled;
}

const ALL_RULES: Rules = { ...MONEY_RULES, ...PAYMENT_RULES, ...PLAN_RULES, ...TALK_RULES };
const COMPILED = compile(ALL_RULES);

function isIntent(name: string): name is Intent {
  return Object.hasOwn(ALL_RULES, name);
}

/** What the examples add at most to what the rules say. */
const WEIGHT = 12;
/** Where no rule speaks, examples alone may: from a chance of a third on they are heard, and never as loud as a clear rule. */
const UNREAD = 4;
/** What such a guess weighs against a rule. */
const GUESSED = 3;
const LOUDEST = 3;

/** `isGuess`: only the examples speak for it. */
export type Reading = { intent: Intent; score: number; isGuess?: true };

/** Every intent some rule speaks for, surest first. */
export function scoreIntents(concepts: ReadonlySet<string>): Reading[] {
  const best = new Map<Intent, number>();
  for (const { intent, all, none, weight } of COMPILED) {
    if (none.some((concept) => concepts.has(concept))) continue;
    if (!all.every((either) => either.some((concept) => concepts.has(concept)))) continue;
    best.set(intent, Math.max(best.get(intent) ?? 0, weight));
  }
  return [...best]
    .map(([intent, score]) => ({ intent, score }))
    .toSorted((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
}

/** Rules and examples together: the order is by both, the score stays what the rules gave. */
export function weighed(readings: readonly Reading[], chances: ReadonlyMap<Intent, number>): Reading[] {
  const chanceOf = (intent: Intent) => chances.get(intent) ?? 0;
  const read = new Set(readings.map(({ intent }) => intent));
  const guesses = [...chances]
    .filter(([intent]) => !read.has(intent))
    .map(([intent, chance]): Reading => ({ intent, score: UNREAD + LOUDEST * chance, isGuess: true }));
  const weight = ({ intent, score, isGuess }: Reading) =>
    (isGuess ? GUESSED : score) + WEIGHT * chanceOf(intent);
  return [...readings, ...guesses].toSorted(
    (a, b) => weight(b) - weight(a) || (a.intent < b.intent ? -1 : 1),
  );
}

/** For words that are not understood: how near each intent is, by the share of a rule's concepts that are there. */
export function nearIntents(concepts: ReadonlySet<string>): Intent[] {
  const nearness = new Map<Intent, number>();
  for (const { intent, all, weight } of COMPILED) {
    const met = all.filter((either) => either.some((concept) => concepts.has(concept))).length;
    nearness.set(intent, Math.max(nearness.get(intent) ?? 0, (met / all.length) * weight));
  }
  return [...nearness]
    .filter(([, near]) => near > 0)
    .toSorted((a, b) => b[1] - a[1])
    .map(([intent]) => intent);
}
