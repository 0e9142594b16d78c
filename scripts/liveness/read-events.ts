import { type TurnEvent, turnEventSchema } from '#lib/contract/chat.ts';

/**
 * The events of a `text/event-stream` body, in order. Names that the contract does not know are skipped.
 * @throws SyntaxError or ZodError where an event of a known name is not of its form.
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<TurnEvent> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const bytes of body) {
    pending += decoder.decode(bytes, { stream: true }).replaceAll('\r\n', '\n');
    const blocks = pending.split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readEvent(block);
      if (event) yield event;
    }
  }
}

const KNOWN = new Set<string>(turnEventSchema.options.map((option) => option.shape.event.value));

function readEvent(block: string): TurnEvent | null {
  const lines = block.split('\n');
  const name =
    lines
      .find((line) => line.startsWith('event:'))
      ?.slice(6)
      .trim() ?? '';
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
  if (!KNOWN.has(name) || data.length === 0) return null;
  const value: unknown = JSON.parse(data.join('\n'));
  return turnEventSchema.parse({ event: name, data: value });
}
