import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  SPELLED_FAMILIES,
  SPELLINGS,
  type SpelledFamily,
} from '#e2e/fixtures/provider-families/family-provider.ts';
import type { ModelEvent } from '#lib/kernel/model-port.ts';
import { root } from '#scripts/system/paths.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { openaiModel } from '../openai-model.ts';

const FOLDER = join(root, 'e2e', 'fixtures', 'provider-families', 'wire');
const TEXT = 'You owe €1,204.50 – due on 12 December.';
const ANSWERS = {
  text: { text: TEXT, calls: [], promptTokens: 120, completionTokens: 30 },
  calls: {
    text: '',
    calls: [
      { id: 'call_aaaaaaaaa', name: 'get_balance', args: '{}' },
      { id: 'call_bbbbbbbbb', name: 'list_invoices', args: '{"limit":3,"status":"open"}' },
    ],
    promptTokens: 120,
    completionTokens: 30,
  },
};
type Kind = keyof typeof ANSWERS;
const pathOf = (family: SpelledFamily, kind: Kind) => join(FOLDER, `${family}-${kind}.txt`);

let server: Server;
let url = '';
/** What is sent next, and in pieces of how many bytes. */
let bytes = Buffer.alloc(0);
let size = 1;
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let at = 0; at < bytes.length; at += size) outgoing.write(bytes.subarray(at, at + size));
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function read(family: SpelledFamily, kind: Kind, pieceBytes: number): Promise<ModelEvent[]> {
  bytes = readFileSync(pathOf(family, kind));
  size = pieceBytes;
  const keys = createKeyRing(['none'], () => undefined);
  const model = openaiModel({
    baseUrl: url,
    family,
    keys,
    model: 'a-model',
    scripted: false,
    firstByteMs: 5_000,
  });
  return Array.fromAsync(
    model.stream({
      messages: [{ role: 'user', content: 'What do I owe?' }],
      tools: [],
      maxOutputTokens: 100,
      userPseudonym: 'p-1',
      signal: new AbortController().signal,
    }),
  );
}

/** `RECORD_WIRE=1` writes the files anew from the spellings; a reader sees there what each family sends. */
const isRecording = process.env.RECORD_WIRE === '1';

describe.each(SPELLED_FAMILIES)('the wire of %s', (family) => {
  test('is recorded as it is spelled', () => {
    for (const kind of ['text', 'calls'] as const) {
      const spelled = SPELLINGS[family].spell(ANSWERS[kind]).join('');
      if (isRecording) writeFileSync(pathOf(family, kind), spelled);
      expect(readFileSync(pathOf(family, kind), 'utf8')).toBe(spelled);
    }
  });

  test.each([1, 7, 100_000])('is read the same in pieces of %i bytes', async (pieceBytes) => {
    const isCounted = family !== 'other';
    const words = await read(family, 'text', pieceBytes);
    expect(words.map((event) => (event.type === 'text' ? event.delta : '')).join('')).toBe(TEXT);
    expect(words.at(-1)).toMatchObject({ type: 'finish', reason: 'stop', usage: { estimated: !isCounted } });
    const calls = await read(family, 'calls', pieceBytes);
    expect(
      calls.flatMap((event) =>
        event.type === 'tool_call' ? [[event.call.name, event.call.argumentsJson]] : [],
      ),
    ).toEqual(ANSWERS.calls.calls.map(({ name, args }) => [name, args]));
    expect(calls.at(-1)).toMatchObject({ type: 'finish', reason: 'tool_calls' });
    if (isCounted)
      expect(calls.at(-1)).toMatchObject({ usage: { inputTokens: 120, outputTokens: 30, estimated: false } });
  });
});
