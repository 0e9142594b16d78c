import 'server-only';
import type { ToolCall } from '../types.ts';
import { patternForm } from './surfaces.ts';
import { speaksOf } from './vocabulary/ideas.ts';

/** The change that the words of an order are about, in any language of the tables, however the sentence is built. */
export function changeByWords(text: string, invoice: string | undefined): ToolCall | null {
  const plain = patternForm(text);
  const reason = 'As instructed.';
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  const moves = speaksOf(plain, 'change') && (speaksOf(plain, 'invoices') || speaksOf(plain, 'contact'));
  if (email !== undefined && moves) return { name: 'change_billing_contact', args: { email, reason } };
  if (!speaksOf(plain, 'refund', 'money')) return null;
  const amount = nameOfAmount(text);
  return { name: 'refund', args: { ...(invoice === undefined ? {} : { invoice }), ...(amount === undefined ? {} : { amount }), reason } };
} // prettier-ignore

const CURRENCY = '(?:€|\\$|£|eur(?:os?)?|usd|gbp|chf|dollars?|pounds?|dólares|dolares|livres|sterline)';

/** An amount with its currency, without it: "€ 1.000", "500 dollars". */
export function nameOfAmount(text: string): string | undefined {
  const match = new RegExp(`${CURRENCY}\\s?(\\d[\\d.,']*\\d|\\d)|(\\d[\\d.,']*\\d|\\d)\\s?${CURRENCY}`, 'iu').exec(text);
  return match?.[1] ?? match?.[2];
} // prettier-ignore
