import 'server-only';
import { addressesIn, sentencesIn } from './clauses.ts';
import { findCount } from './find-count.ts';
import { findPlan } from './find-plan.ts';
import { findTarget } from './find-target.ts';
import type { Setting } from './read-wish.ts';
import { compiledFor } from './vocabulary/compile.ts';
import type { Wish } from './wish.ts';

/** Longer messages say something of their own. */
const LONGEST = 14;

/** Whether a wish names all that its proposal needs. */
export function isComplete(wish: Wish): boolean {
  switch (wish.tool) {
    case 'refund':
      return wish.target.kind !== 'open' && !isBareLine(wish.target);
    case 'change_plan':
      return wish.plan !== undefined || wish.towards !== undefined;
    case 'change_seats':
      return wish.count !== undefined && !wish.isNamed;
    case 'change_billing_contact':
      return wish.email !== undefined;
    default:
      return true;
  }
}

function isBareLine(target: Extract<Wish, { tool: 'refund' }>['target']): boolean {
  return target.kind === 'line' && target.text === undefined && target.amount === undefined;
}

/** The wish that was asked back about, with what the answer names; null where it names nothing of it, or asks something. */
export function completeWish(wish: Wish, typed: string, setting: Setting): Wish | null {
  if (wish.mood !== 'ask' || typed.trim().split(/\s+/).length > LONGEST) return null;
  const message = sentencesIn(typed, setting.language, false)
    .map(({ whole }) => whole)
    .join(' . ');
  if (compiledFor(setting.language).questions.test(message) || /\?\s*$/.test(typed)) return null;
  const filled = fill(wish, { typed, unit: message, message, ...setting });
  return filled && isComplete(filled) ? filled : null;
}

/** The wish with the value that this text names; null where it names none. */
export function fill(wish: Wish, said: Parameters<typeof findTarget>[0]): Wish | null {
  switch (wish.tool) {
    case 'refund': {
      const target = findTarget({ ...said, focus: {} });
      const amount = wish.target.kind === 'open' ? wish.target.amount : undefined;
      const isWhole = target.kind === 'invoice' && target.amount === undefined && amount !== undefined;
      return { ...wish, target: isWhole ? { ...target, amount } : target };
    }
    case 'change_plan': {
      const plan = findPlan(`to ${said.message}`);
      return plan ? { mood: 'ask', tool: wish.tool, plan } : null;
    }
    case 'change_seats': {
      const count = /\d|\b(?:one|eine?[nrs]?|una?|uno|une|a couple)\b/.test(said.message) ? findCount(said) : undefined;
      return count === undefined ? null : { mood: 'ask', tool: wish.tool, change: wish.change, count };
    }
    case 'change_billing_contact': {
      const [email] = addressesIn(said.typed);
      return email === undefined ? null : { ...wish, email };
    }
    default:
      return null;
  }
} // prettier-ignore
