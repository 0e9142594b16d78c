import 'server-only';
import type { Focus, Language } from '../types.ts';
import { addressesIn } from './clauses.ts';
import { findCount, namesOneSeat } from './find-count.ts';
import { findPlan } from './find-plan.ts';
import { findTarget } from './find-target.ts';
import type { CompiledNaming } from './vocabulary/compile.ts';
import type { Mood, Wish } from './wish.ts';

/** The message as it was typed, the thought that names the change, and all of it on folded words. */
export type Said = {
  readonly typed: string;
  readonly unit: string;
  readonly message: string;
  readonly language: Language;
  readonly today: string;
  readonly focus: Focus;
};

/** The wish with the values that the person named, and no others. */
export function fillWish(naming: CompiledNaming, mood: Mood, said: Said): Wish {
  const { tool } = naming;
  switch (tool) {
    case 'refund':
      return { mood, tool, target: findTarget(said) };
    case 'change_plan':
      return planWish(naming, mood, said);
    case 'change_seats':
      return seatWish(naming, mood, said);
    case 'change_billing_contact': {
      const email = findAddress(said.typed);
      return { mood, tool, ...(email === undefined ? {} : { email }) };
    }
    default:
      return { mood, tool };
  }
}

function planWish({ towards }: CompiledNaming, mood: Mood, { unit, message }: Said): Wish {
  const plan = findPlan(unit) ?? findPlan(message);
  if (plan) return { mood, tool: 'change_plan', plan };
  return { mood, tool: 'change_plan', ...(towards ? { towards } : {}) };
}

function seatWish({ change = 'add' }: CompiledNaming, mood: Mood, said: Said): Wish {
  const count = findCount(said);
  const isNamed = change === 'remove' && namesOneSeat(said.message);
  return {
    mood,
    tool: 'change_seats',
    change,
    ...(count === undefined ? {} : { count }),
    ...(isNamed ? { isNamed } : {}),
  };
}

/** Before an address that mail goes to so far, or is to go to no more. */
const SO_FAR =
  /\b(?:still|currently|so far|not|instead of|rather than|no longer|from|bisher|noch|nicht|statt|en vez de|en lugar de|au lieu de)\b[^,.;!?@]*$/iu;

/** Of several addresses the one that mail is to go to. */
function findAddress(typed: string): string | undefined {
  const all = addressesIn(typed);
  const meant = all.filter((address) => !SO_FAR.test(typed.slice(0, typed.indexOf(address))));
  const after = meant.find((address) =>
    /(?:\b(?:to|into|an|auf|zu|al?|por|par|vers|use)|à)[\s:]*$/iu.test(
      typed.slice(0, typed.indexOf(address)),
    ),
  );
  return all.length > 1 ? (after ?? meant.at(-1) ?? all.at(-1)) : all[0];
}
