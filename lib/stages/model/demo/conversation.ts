import 'server-only';
import { isRow, rows, str } from './answer/read-result.ts';
import type { Facts, Row, ToolReply } from './types.ts';

/** One message as it came over the wire, loosely. */
export type WireMessage = {
  role: string;
  content: string;
  toolCalls: { id: string; name: string; args: string }[];
  toolCallId: string;
};

/** The conversation as the model reads it. */
export type Conversation = {
  /** Everything the system messages say, as they say it. */
  system: string;
  facts: Facts;
  /** Earlier turns, oldest first. */
  earlier: { user: string; assistant: string }[];
  /** What the person says now. */
  user: string;
  /** What was said in this turn already, beside a call. */
  said: string;
  /** Results of this turn's calls by `keyOf`, and their raw text. */
  replies: ReadonlyMap<string, ToolReply>;
  results: readonly string[];
};

const DEFAULT_FACTS: Facts = {
  today: '1970-01-01',
  locale: 'en-IE',
  currency: 'EUR',
  role: 'owner',
  customer: '',
  vendor: '',
  support: '',
  changes: [],
  supportPhone: '',
};

/** A call's name and arguments as one key, whatever the order of the arguments. */
export function keyOf(name: string, args: Row): string {
  const sorted = Object.entries(args).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${name} ${JSON.stringify(sorted)}`;
}

export function parseConversation(wire: readonly WireMessage[]): Conversation {
  const messages = unflatten(wire);
  const system = messages
    .filter((one) => one.role === 'system' || one.role === 'developer')
    .map((one) => one.content)
    .join('\n\n');
  const lastUser = messages.findLastIndex((one) => one.role === 'user');
  const before = messages.slice(0, Math.max(lastUser, 0));
  const now = messages.slice(lastUser + 1);
  return {
    system,
    facts: readFacts(system),
    earlier: pairs(before),
    user: inside(messages[lastUser]?.content ?? '', 'user_input'),
    said: now.flatMap((one) => (one.role === 'assistant' ? [one.content] : [])).join(''),
    replies: readReplies(now),
    results: now.filter((one) => one.role === 'tool').map((one) => inside(one.content, 'tool_data')),
  };
}

/** One text without roles is read as it was meant: lines that begin like a speaker's are that speaker's, whoever typed them. */
function unflatten(messages: readonly WireMessage[]): readonly WireMessage[] {
  const [first, ...rest] = messages;
  if (first?.role !== 'user' || !/\n\nCustomer: /.test(first.content)) return messages;
  const parts = first.content.split(/\n\n(?=(?:Customer|Assistant|System|Tool): )/);
  const said = parts.slice(1).map((part): WireMessage => {
    const [, who = '', text = ''] = /^(\w+): ([^]*)$/.exec(part) ?? [];
    return { role: SPEAKERS[who] ?? 'user', content: text, toolCalls: [], toolCallId: '' };
  });
  return [{ role: 'system', content: parts[0] ?? '', toolCalls: [], toolCallId: '' }, ...said, ...rest];
}

const SPEAKERS: Readonly<Record<string, string>> = {
  Customer: 'user',
  Assistant: 'assistant',
  System: 'system',
  Tool: 'tool',
};

function pairs(messages: readonly WireMessage[]): { user: string; assistant: string }[] {
  const turns: { user: string; assistant: string }[] = [];
  for (const one of messages) {
    const last = turns.at(-1);
    if (one.role === 'user') turns.push({ user: inside(one.content, 'user_input'), assistant: '' });
    if (one.role === 'assistant' && last) last.assistant += one.content;
  }
  return turns;
}

/** The text between `<name_SUFFIX …>` and its end; the whole text where there is no such tag. */
function inside(text: string, name: string): string {
  const match = new RegExp(`<${name}_?([A-Za-z0-9_-]*)[^>]*>\\n?([\\s\\S]*?)\\n?</${name}_?\\1>`).exec(text);
  return match?.[2] ?? text;
}

function readFacts(system: string): Facts {
  const found = parseJson(inside(system, 'facts')) ?? parseJson(/^Facts: (\{.*\})$/m.exec(system)?.[1] ?? '');
  if (!found) return { ...DEFAULT_FACTS, today: new Date().toISOString().slice(0, 10) };
  const text = (key: Exclude<keyof Facts, 'changes'>) => {
    const value = found[key];
    return typeof value === 'string' && value !== '' ? value : DEFAULT_FACTS[key];
  };
  return {
    today: /^\d{4}-\d{2}-\d{2}/.exec(text('today'))?.[0] ?? DEFAULT_FACTS.today,
    locale: text('locale'),
    currency: text('currency'),
    role: text('role'),
    customer: text('customer'),
    vendor: text('vendor'),
    support: text('support'),
    changes: rows(found, 'changes').map((row) => ({ tool: str(row, 'tool'), state: str(row, 'state') })),
    supportPhone: text('supportPhone'),
  };
}

function readReplies(messages: readonly WireMessage[]): Map<string, ToolReply> {
  const calls = new Map<string, string>();
  const replies = new Map<string, ToolReply>();
  for (const one of messages) {
    for (const call of one.toolCalls) calls.set(call.id, keyOf(call.name, parseJson(call.args) ?? {}));
    if (one.role !== 'tool') continue;
    const key = calls.get(one.toolCallId);
    if (key !== undefined) replies.set(key, readReply(inside(one.content, 'tool_data')));
  }
  return replies;
}

function readReply(text: string): ToolReply {
  const reply = parseJson(text);
  if (reply?.ok === true && isRow(reply.result)) return { ok: true, result: reply.result };
  return { ok: false, error: typeof reply?.error === 'string' ? reply.error : 'unreadable' };
}

export function parseJson(text: string): Row | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRow(value) ? value : null;
  } catch {
    return null;
  }
}
