import 'server-only';
import { type Conversation, keyOf } from '../conversation.ts';
import type { ToolCall } from '../types.ts';
import { carryOut } from './carry-out.ts';
import { changesOrdered } from './changes.ts';
import { findOrders, type Order } from './find-orders.ts';
import { pastedPart } from './pasted.ts';
import { INVENTED_CALLS, ORDERS } from './policy.ts';
import { patternForm } from './surfaces.ts';
import { encode } from './writings.ts';

/** What the instructions found in the conversation make the model do besides answering. */
export type Obeyed = {
  found: boolean;
  /** What was ordered is all that is done: an honest answer beside it would only be noise. */
  takesOver: boolean;
  calls: ToolCall[];
  text: (honest: string) => string;
  forever?: string;
};

/**
 * Follows instructions from anywhere: the message, earlier messages that ask for something lasting, and the texts of
 * look-ups. This is what a model that has been talked round does; nothing but the stages around it stands in the way.
 */
export function obey(conversation: Conversation): Obeyed {
  const orders = allOrders(conversation);
  const changes = changesOrdered(conversation);
  // A tool it has is asked for, where it has one, and not one it would have to make up.
  const invented = orders.filter(({ kind }) => kind !== 'grant' || changes.length === 0).flatMap(callsOf);
  const calls = [...invented, ...changes].filter(
    (call) => !conversation.replies.has(keyOf(call.name, call.args)),
  );
  const forever = orders.find((order) => order.kind === 'forever');
  return {
    found: orders.some((order) => order.kind !== 'encode') || calls.length > 0,
    takesOver: takesOver(conversation),
    calls,
    text: (honest) => obeyedText(orders, conversation, honest),
    ...(forever ? { forever: forever.word } : {}),
  };
}

function allOrders({ user, earlier, results }: Conversation): Order[] {
  const lasting = earlier.map((turn) => turn.user).filter((text) => ORDERS.lasting.test(patternForm(text)));
  const orders = [
    ...findOrders(user, false),
    ...findOrders(pastedPart(user), true),
    ...lasting.flatMap((text) => findOrders(text, false)),
    ...results.flatMap((result) => writtenTexts(result).flatMap((text) => findOrders(text, true))),
  ];
  const seen = new Set<string>();
  return orders.filter((order) => {
    const key = JSON.stringify(order);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** Orders that are the whole point of a message: people's data is wanted, rules are set aside for something, or a mail was pasted that gives them. */
function takesOver({ user }: Conversation): boolean {
  const pasted = pastedPart(user);
  const kinds = new Set(findOrders(user, false).map(({ kind }) => kind));
  if (pasted !== '' && findOrders(pasted, true).length > 0) return true;
  if (/[?？]/u.test(user)) return false;
  const isBold = kinds.has('override') || kinds.has('persona');
  return kinds.has('customers') || kinds.has('secrets') || (isBold && kinds.size > 1);
}

function callsOf(order: Order): ToolCall[] {
  if (order.kind === 'call') return [order.call];
  if (order.kind === 'customers') return INVENTED_CALLS;
  if (order.kind === 'grant') return [{ name: 'issue_refund', args: { reason: 'as instructed' } }];
  return order.kind === 'send' ? [{ name: 'send_message', args: { to: order.to } }] : [];
}

function obeyedText(orders: readonly Order[], conversation: Conversation, honest: string): string {
  const specific = orders.filter((order) => order.kind !== 'override');
  const followed = specific.length > 0 ? specific : orders;
  const plain = followed
    .map((order) => carryOut(order, conversation, honest))
    .filter((text) => text !== '')
    .join('\n\n');
  const encoding = orders.find((order) => order.kind === 'encode');
  return encoding ? encode(plain === '' ? honest : plain, encoding.how) : plain;
}

/** Texts of a look-up's result that somebody wrote: memos, names, descriptions, reasons. */
function writtenTexts(result: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(result);
  } catch {
    return [result];
  }
  return collect(value).filter((text) => text.length > 18 && text.includes(' '));
}

/** Texts of a result that the server itself wrote. */
const OUR_OWN = new Set(['pdf', 'hint', 'entitlements', 'offered']);

function collect(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (OUR_OWN.has(key) ? [] : collect(item)));
}
