import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { parseBlock, readEvents } from './read-events.ts';

const turnId = '0190a5b0-0000-7000-8000-000000000001';
const usage = { inputTokens: 1, outputTokens: 2, costMicroUsd: 3 };
const TEXT =
  `event: turn\ndata: ${JSON.stringify({ turnId, conversationId: turnId })}\n\n` +
  `: keep-alive\n\n` +
  `event: text\ndata: ${JSON.stringify({ delta: 'Du schuldest 40,00 €.' })}\n\n` +
  `event: weather\ndata: {"rain":true}\n\n` +
  `event: stage\ndata: ${JSON.stringify({ stage: 'tools', verdict: 'pass', mood: 'calm' })}\n\n` +
  `event: done\ndata: ${JSON.stringify({ messageId: turnId, finish: 'stop', generatedBy: 'model', usage: { ...usage, carbon: 0 } })}\n\n`;

/** The bytes of `TEXT` in pieces of `size`, which cut words, lines and characters apart. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function all(stream: ReadableStream<Uint8Array>): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of readEvents(stream)) events.push(event);
  return events;
}

const EXPECTED = [
  { event: 'turn', data: { turnId, conversationId: turnId } },
  { event: 'text', data: { delta: 'Du schuldest 40,00 €.' } },
  { event: 'stage', data: { stage: 'tools', verdict: 'pass' } },
  { event: 'done', data: { messageId: turnId, finish: 'stop', generatedBy: 'model', usage } },
];

describe('the event stream', () => {
  it.each([1, 2, 3, 7, 64, 10_000])(
    'reads the same in pieces of %i bytes, past unknown names and fields',
    async (size) => {
      expect(await all(inPieces(TEXT, size))).toEqual(EXPECTED);
    },
  );

  it.each([1, 5, 50_000])('reads lines that end as on Windows in pieces of %i bytes', async (size) => {
    expect(await all(inPieces(TEXT.replaceAll('\n', '\r\n'), size))).toEqual(EXPECTED);
  });

  it('drops an event that was cut off', async () => {
    expect(await all(inPieces(TEXT.slice(0, -10), 50))).toEqual(EXPECTED.slice(0, -1));
  });

  it.each(['event: text\ndata: {', 'event: text\ndata: {"delta":4}', 'data: {"delta":"x"}', ''])(
    'passes over %j',
    (block) => {
      expect(parseBlock(block)).toBeNull();
    },
  );
});
