import { type SentBody, sentBodySchema, type SentMessage } from '#lib/contract/sent.ts';

/** A body taken apart for reading; null where it has another form, and is shown as it is. */
export function readSentBody(body: string): SentBody | null {
  try {
    return sentBodySchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** How many messages of a request are those of the one before it, word for word. */
export function countRepeated(before: readonly SentMessage[], now: readonly SentMessage[]): number {
  const other = now.findIndex((message, at) => JSON.stringify(message) !== JSON.stringify(before[at]));
  return other === -1 ? now.length : other;
}

/** What else was asked for: neither messages nor tools. */
export function otherParts({ messages: _messages, tools: _tools, ...rest }: SentBody): {
  name: string;
  value: string;
}[] {
  return Object.entries(rest).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}
