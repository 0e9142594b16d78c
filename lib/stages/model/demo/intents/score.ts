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

/** What likeness adds at most, and what it adds to where no rule speaks: so that a guess needs both, or a near example. */
const LIKENESS_WEIGHT = 3.5;
const UNREAD = 4;

export type Reading = { intent: Intent; score: number };

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

/** Readings of the rules, each the surer the more its examples are like the text; likeness alone may suggest one too. */
export function withLikeness(readings: readonly Reading[], likeness: ReadonlyMap<Intent, number>): Reading[] {
  const scores = new Map(readings.map(({ intent, score }) => [intent, score]));
  for (const [intent, like] of likeness)
    scores.set(intent, (scores.get(intent) ?? UNREAD) + LIKENESS_WEIGHT * like);
  return [...scores]
    .map(([intent, score]) => ({ intent, score }))
    .toSorted((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
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
