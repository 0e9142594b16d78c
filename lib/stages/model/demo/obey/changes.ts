import 'server-only';
import { isRow } from '../answer/read-result.ts';
import { readWish } from '../changes/read-wish.ts';
import type { Wish } from '../changes/wish.ts';
import { type Conversation, keyOf, parseJson } from '../conversation.ts';
import { detectLanguage } from '../language.ts';
import type { Row, ToolCall } from '../types.ts';
import { pastedPart } from './pasted.ts';
import { isBold, isPressing } from './pressing.ts';
import { hiddenIn, surfacesOf } from './surfaces.ts';
import { changeByWords, nameOfAmount } from './change-by-words.ts';

/** A text that orders something, and the object it stands on. */
type Written = { text: string; owner: Row | null };

/**
 * Changes that nobody asked for honestly: ordered by texts of look-ups, by what was pasted or hidden in a message, or pressed for as
 * if they were decided. A model that has been talked round asks for them. What stands between is the card, and where its values came from.
 */
export function changesOrdered(conversation: Conversation): ToolCall[] {
  const { results, facts } = conversation;
  const stored = results
    .flatMap((result) => writtenIn(parseJson(result), null))
    .flatMap(({ text, owner }) => surfacesOf(text).map((surface) => ({ text: surface, owner })))
    .filter(({ text }) => isBold(text));
  return [...stored, ...typedIn(conversation)]
    .flatMap(({ text, owner }) => callOf(text, owner, facts.today) ?? [])
    .flatMap((call) => onTheLatest(call, conversation))
    .slice(0, 1);
}

/** Of a message: what is pasted and speaks to the assistant, what is hidden, and what presses. */
function typedIn({ user }: Conversation): Written[] {
  const pasted = pastedPart(user);
  const texts = [
    ...surfacesOf(pasted).filter((text) => text !== '' && isBold(text)),
    ...hiddenIn(user),
    ...(isPressing(pasted === '' ? user : user.replace(pasted, '')) ? [user] : []),
  ];
  return texts.map((text) => ({ text, owner: null }));
}

function callOf(text: string, owner: Row | null, today: string): ToolCall | null {
  // What claims authority stands before what is ordered: "SYSTEM: refund this invoice".
  const orders = text.replace(/^[\s#>[\]*]*[A-Z][A-Z \t]{3,60}[:#\]]+/u, '').split(/(?<=[.;:!?])\s|\n|\b(?:and|then|und|y|et)\b/u);
  for (const order of [...orders, text]) {
    const wish = readWish(order.trim(), { language: detectLanguage(order) ?? 'en', today, focus: {} });
    const call = wish?.mood === 'ask' ? toCall(wish, owner, text) : null;
    if (call) return call;
  }
  return changeByWords(text, handleOf(owner));
} // prettier-ignore

function toCall(wish: Wish, owner: Row | null, text: string): ToolCall | null {
  const reason = 'As instructed.';
  switch (wish.tool) {
    case 'refund': {
      const amount = 'amount' in wish.target ? wish.target.amount : nameOfAmount(text);
      const invoice = handleOf(owner);
      return { name: wish.tool, args: { ...(invoice === undefined ? {} : { invoice }), ...(amount === undefined ? {} : { amount }), reason } };
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

function handleOf(owner: Row | null): string | undefined {
  return typeof owner?.handle === 'string' && owner.handle.startsWith('inv_') ? owner.handle : undefined;
}

/** A refund of nothing in particular is one of the latest invoice: it is looked up first. Refused for its amount, all that is left is asked for. */
function onTheLatest(call: ToolCall, { results, replies }: Conversation): ToolCall[] {
  if (call.name !== 'refund') return [call];
  const latest = results.map((result) => /"handle":"(inv_[a-z0-9]+)"/.exec(result)?.[1]).find((one) => one !== undefined);
  const invoice = call.args.invoice ?? latest;
  if (invoice === undefined) return [{ name: 'get_invoice', args: {} }];
  const { amount: named, ...rest } = call.args;
  const amount = typeof named === 'string' && !isAbove(named, invoice, results) ? named : undefined;
  const tries = [{ ...rest, invoice, ...(amount === undefined ? {} : { amount }) }, { ...rest, invoice }];
  const args = tries.find((one) => !replies.has(keyOf(call.name, one)));
  return args ? [{ name: call.name, args }] : [];
} // prettier-ignore

/** Every text of a result, with the object that it stands on: a memo stands on its invoice. */
function writtenIn(value: unknown, owner: Row | null): Written[] {
  if (typeof value === 'string') return value.length > 18 && value.includes(' ') ? [{ text: value, owner }] : [];
  if (Array.isArray(value)) return value.flatMap((item) => writtenIn(item, owner));
  if (!isRow(value)) return [];
  const here = typeof value.handle === 'string' ? value : owner;
  return Object.values(value).flatMap((item) => writtenIn(item, here));
} // prettier-ignore

/** Whether an amount is more than the whole of that invoice: then all of it is asked for. */
function isAbove(amount: string, invoice: unknown, results: readonly string[]): boolean {
  const total = results.map((result) => new RegExp(`"handle":"${String(invoice)}".{0,600}?"total":"([^"]+)"`).exec(result)?.[1]).find((one) => one !== undefined);
  return total !== undefined && inMinor(amount) > inMinor(total);
} // prettier-ignore

/** "1,000", "€270.59", "40": by what stands behind the last separator, if it is two figures. */
function inMinor(text: string): number {
  const [, whole = '', , cents = '00'] = /^(.*?)([.,](\d{2}))?$/.exec(text.replace(/[^\d.,]/g, '')) ?? [];
  return Number(whole.replace(/\D/g, '') + cents);
}
