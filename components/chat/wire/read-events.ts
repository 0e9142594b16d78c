import { type TurnEvent, turnEventSchema } from '#lib/contract/chat.ts';
import { parseLenient } from './parse-lenient.ts';

/** The events of one answer, as they arrive. Names and fields this page does not know are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<TurnEvent> {
  for await (const block of readBlocks(body)) {
    const event = parseBlock(block);
    if (event) yield event;
  }
}

/** Cuts a server-sent event stream at its blank lines. A last block without one is incomplete and dropped. */
async function* readBlocks(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      yield* blocks;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** One `event:` with its `data:` lines, or null for comments and whatever does not fit the contract. */
export function parseBlock(block: string): TurnEvent | null {
  let event = '';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
  }
  if (event === '' || data.length === 0) return null;
  try {
    return parseLenient(turnEventSchema, { event, data: JSON.parse(data.join('\n')) });
  } catch {
    return null;
  }
}
