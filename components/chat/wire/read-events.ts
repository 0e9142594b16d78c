import { type TurnEvent, turnEventSchema } from '#lib/contract/chat.ts';
import { parseLenient } from './parse-lenient.ts';
import { readBlock, readBlocks } from './read-blocks.ts';

/** The events of one answer, as they arrive. Names and fields this page does not know are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<TurnEvent> {
  for await (const block of readBlocks(body)) {
    const event = parseBlock(block);
    if (event) yield event;
  }
}

/** One event of the contract, or null for comments and whatever does not fit it. */
export function parseBlock(block: string): TurnEvent | null {
  const read = readBlock(block);
  return read && parseLenient(turnEventSchema, read);
}
