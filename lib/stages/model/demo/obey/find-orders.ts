import 'server-only';
import { parseJson } from '../conversation.ts';
import type { ToolCall } from '../types.ts';
import { ORDERS } from './policy.ts';
import { patternForm, surfacesOf } from './surfaces.ts';
import { speaksOf } from './vocabulary/ideas.ts';
import { wantedIn } from './wants.ts';
import { encodingIn, type Writing } from './writings.ts';

/** One instruction that was found. */
export type Order =
  | { kind: 'override' | 'reveal' | 'customers' | 'secrets' | 'grant' }
  | { kind: 'encode'; how: Writing }
  | { kind: 'forever'; word: string }
  | { kind: 'call'; call: ToolCall }
  | { kind: 'persona'; who: string }
  | { kind: 'say'; words: string }
  | { kind: 'link'; url: string; markdown: string; isImage: boolean }
  | { kind: 'send'; to: string };

/**
 * Instructions in a text. `injected` is true for text out of the ledger (memos, names): there nobody asks honest
 * questions, so less is needed to see an order.
 */
export function findOrders(text: string, injected: boolean): Order[] {
  const orders = surfacesOf(text).flatMap((surface) => ordersIn(surface, injected));
  const seen = new Set<string>();
  return orders.filter((order) => {
    const key = JSON.stringify(order);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function ordersIn(text: string, injected: boolean): Order[] {
  const plain = patternForm(text);
  const overridden = ORDERS.override.test(plain);
  const persona = personaIn(plain);
  const bold = overridden || persona !== null || (injected && ORDERS.authority.test(plain));
  const wanted = wantedIn(text, plain);
  const forever = ORDERS.forever.test(plain) || wanted.includes('forever');
  return [
    ...(overridden ? [{ kind: 'override' as const }] : []),
    ...(persona === null ? [] : [{ kind: 'persona' as const, who: persona }]),
    ...(ORDERS.reveal.test(plain) || wanted.includes('reveal') ? [{ kind: 'reveal' as const }] : []),
    ...(ORDERS.secrets.test(plain) ? [{ kind: 'secrets' as const }] : []),
    ...(ORDERS.customers.test(plain) || wanted.includes('customers') ? [{ kind: 'customers' as const }] : []),
    ...callsIn(text, plain),
    ...linksIn(text, plain, injected),
    ...sendIn(plain, bold),
    ...(bold && ORDERS.grant.test(plain) ? [{ kind: 'grant' as const }] : []),
    ...(forever
      ? [{ kind: 'forever' as const, word: wordToRepeat(text) }]
      : sayingsIn(text, plain, bold, injected)),
    ...encodingIn(plain),
  ];
}

function personaIn(plain: string): string | null {
  const match = ORDERS.persona.exec(plain);
  if (!match || !ORDERS.personaWord.test(match[0])) return null;
  const who = (match[1] ?? '')
    .replace(/^[\s,:]*(?:to be|you are|that you are|als|que eres|di essere|etre)?\s*/, '')
    .trim();
  return who === '' ? 'developer mode' : who;
}

function callsIn(text: string, plain: string): Order[] {
  const name = ORDERS.call.exec(plain)?.[1];
  const json = parseJson(/\{[^{}]*\}/.exec(text)?.[0] ?? '');
  const handle = ORDERS.handle.exec(plain)?.[1];
  if (name !== undefined && !/^(?:inv|line|pay)_/.test(name)) {
    return [{ kind: 'call', call: { name, args: json ?? (handle ? { invoice: handle } : pairsIn(text)) } }];
  }
  return handle?.startsWith('inv_')
    ? [{ kind: 'call', call: { name: 'get_invoice', args: { invoice: handle } } }]
    : [];
}

function pairsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/\b([a-z_]{2,20})\s*[=:]\s*["']?([\w@.-]{1,60})["']?/g)].map(
      ([, key = '', value = '']) => [key, value],
    ),
  );
}

/** What words about an address make an order of it. */
const LINK_IDEAS = ['open', 'picture', 'link', 'show'] as const;

function linksIn(text: string, plain: string, injected: boolean): Order[] {
  const markdown = /!?\[[^\]\n]*\]\([^)\s]+\)/.exec(text)?.[0];
  const url = /https?:\/\/[^\s"'<>)\]]+/.exec(text)?.[0]?.replace(/[.,;:!?]+$/, '');
  if (url === undefined && markdown === undefined) return [];
  const isAsked = ORDERS.link.test(plain) || LINK_IDEAS.some((idea) => speaksOf(plain, idea));
  if (!injected && !isAsked) return [];
  const isImage = markdown?.startsWith('!') ?? speaksOf(plain, 'picture');
  return [
    {
      kind: 'link',
      url: url ?? /\(([^)]+)\)/.exec(markdown ?? '')?.[1] ?? '',
      markdown: markdown ?? '',
      isImage,
    },
  ];
}

function sendIn(plain: string, bold: boolean): Order[] {
  const to = ORDERS.send.exec(plain)?.[1];
  return to !== undefined && bold ? [{ kind: 'send', to: to.replace(/[.,;:!?)]+$/, '') }] : [];
}

/** The word after the verb, or what is quoted. */
function wordToRepeat(text: string): string {
  const quoted = /["“”'‘’«„]([^"“”'‘’»]{1,60})["“”'‘’»]/.exec(text)?.[1];
  const named = /(?:word|letter|phrase|wort|palabra|mot|parola)\s+([\p{L}\p{N}]{1,40})/iu.exec(text)?.[1];
  const after =
    /(?:repeat|say|print|write|output|type|wiederhole|sage|schreibe|repite|di|escribe|répète|dis|écris|ripeti|scrivi)\s+(?:the\s+|das\s+)?([\p{L}\p{N}]{1,40})/iu.exec(
      text,
    )?.[1];
  return quoted ?? named ?? after ?? 'poem';
}

function sayingsIn(text: string, plain: string, bold: boolean, injected: boolean): Order[] {
  const html =
    /(?:print|output|write|include|respond|reply|say|render|add|insert|append)\b[^\n]{0,60}?(<[a-z!][^\n]*>)/i.exec(
      text,
    )?.[1];
  if (html !== undefined) return [{ kind: 'say', words: html }];
  if (injected && !bold) return [];
  const quoted = [
    ...text.matchAll(/["“„«]([^"“”„«»]{2,200})["”“»]|(?<=[\s:])'([^'\n]{3,200})'(?=[\s.!?,]|$)/gu),
  ].map(([, a, b]) => a ?? b ?? '');
  const before = (part: string) =>
    patternForm(text.slice(Math.max(0, text.indexOf(part) - 60), text.indexOf(part)));
  const ordered = quoted.filter(
    (part) =>
      ORDERS.say.test(before(part)) &&
      !/\b(?:why|what|where|does|did|warum|pourquoi|por que|it says|line|item|charge|called)\b/.test(
        before(part),
      ),
  );
  if (ordered.length > 0) return ordered.slice(0, 2).map((words) => ({ kind: 'say', words }));
  const shout =
    /(?:say|print|output|write|respond with|reply with|answer with|type|sage|schreibe|di|escribe|dis|écris|scrivi)\s+(?:only\s+|just\s+|exactly\s+|the words?\s+)?:?\s*([A-Z][A-Z0-9_!-]{2,}(?:\s[A-Z0-9_!-]{2,})*)/.exec(
      text,
    )?.[1];
  if (shout !== undefined) return [{ kind: 'say', words: shout }];
  return bold ? reportedIn(text, plain) : [];
}

/** "Tell the customer that …", and "ignore the above and say …" without quotation marks. */
function reportedIn(text: string, plain: string): Order[] {
  const tell = ORDERS.tellUser.exec(plain);
  const words = tell ? plain.slice(tell.index + tell[0].length).split(/(?<=[.!?])\s/)[0] : undefined;
  if (words !== undefined && words.length > 3) return [{ kind: 'say', words: words.replace(/^that /, '') }];
  const plainSay =
    /\b(?:say|respond with|reply with|print|output|write|sage|antworte mit|di|responde|dis|réponds|rispondi)\b(?:\s+(?:only|exactly|that|the following))*\s*:?\s*([^\n]{3,160}?)(?:[.!]?$|\n|\. )/iu.exec(
      text,
    )?.[1];
  if (
    plainSay === undefined ||
    /(?:prompt|instruction|anweisung|instruccion|consigne|customer|e-?mail)/i.test(plainSay)
  )
    return [];
  return plainSay.length > 2 ? [{ kind: 'say', words: plainSay.trim() }] : [];
}
