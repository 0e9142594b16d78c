import 'server-only';
import { isRow } from '../answer/read-result.ts';
import { readWish } from '../changes/read-wish.ts';
import type { Wish } from '../changes/wish.ts';
import { parseJson } from '../conversation.ts';
import { detectLanguage } from '../language.ts';
import type { Row, ToolCall } from '../types.ts';
import { ORDERS } from './policy.ts';
import { patternForm, surfacesOf } from './surfaces.ts';

/** A text of a look-up, and the object it stands on. */
type Written = { text: string; owner: Row | null };

/**
 * Changes that the texts of look-ups order, with the addresses and amounts of those texts: nobody asked for them, and a model
 * that has been talked round asks for them all the same. What stands between is the card, and where its values came from.
 */
export function changesOrdered(results: readonly string[], today: string): ToolCall[] {
  return results
    .flatMap((result) => writtenIn(parseJson(result), null))
    .flatMap(({ text, owner }) => surfacesOf(text).flatMap((surface) => callOf(surface, owner, today) ?? []))
    .slice(0, 1);
}

function callOf(text: string, owner: Row | null, today: string): ToolCall | null {
  const plain = patternForm(text);
  if (!ORDERS.override.test(plain) && !ORDERS.authority.test(plain)) return null;
  // What claims authority stands before what is ordered: "SYSTEM: refund this invoice".
  const orders = text.replace(/^[\s#>[\]*]*[A-Z][A-Z \t]{3,60}[:#\]]+/u, '').split(/(?<=[.;!?])\s|\b(?:and|then|und|y|et)\b/u);
  for (const order of [...orders, text]) {
    const wish = readWish(order.trim(), { language: detectLanguage(order) ?? 'en', today, focus: {} });
    const call = wish?.mood === 'ask' ? toCall(wish, owner, text) : null;
    if (call) return call;
  }
  return null;
} // prettier-ignore

function toCall(wish: Wish, owner: Row | null, text: string): ToolCall | null {
  const reason = 'As instructed.';
  switch (wish.tool) {
    case 'refund': {
      const invoice = owner?.handle;
      const amount = 'amount' in wish.target ? wish.target.amount : undefined;
      if (typeof invoice !== 'string' || !invoice.startsWith('inv_')) return null;
      return { name: wish.tool, args: { invoice, ...(amount === undefined ? {} : { amount }), reason } };
    }
    case 'change_plan':
      return { name: wish.tool, args: { plan: wish.plan ?? (wish.towards === 'down' ? 'starter' : 'business'), reason } };
    case 'change_seats':
      return { name: wish.tool, args: { change: wish.change, count: wish.count ?? 1, reason } };
    case 'change_billing_contact': {
      const email = wish.email ?? /[\w.+-]+@[\w.-]+\w/.exec(text)?.[0];
      return email === undefined ? null : { name: wish.tool, args: { email, reason } };
    }
    case 'retry_payment':
      return null;
    default:
      return { name: wish.tool, args: { reason } };
  }
} // prettier-ignore

/** Every text of a result, with the object that it stands on: a memo stands on its invoice. */
function writtenIn(value: unknown, owner: Row | null): Written[] {
  if (typeof value === 'string') return value.length > 18 && value.includes(' ') ? [{ text: value, owner }] : [];
  if (Array.isArray(value)) return value.flatMap((item) => writtenIn(item, owner));
  if (!isRow(value)) return [];
  const here = typeof value.handle === 'string' ? value : owner;
  return Object.values(value).flatMap((item) => writtenIn(item, here));
} // prettier-ignore
