import { inspect } from 'node:util';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FaultyProvider, startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import type { ModelAlert } from '#lib/kernel/model-alert.ts';
import type { ModelEvent, ModelUsage } from '#lib/kernel/model-port.ts';
import { WITHIN_A_SECOND_MS } from '#scripts/test/soon.ts';
import { openaiModel } from '../openai-model.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import { readKeys } from './read-keys.ts';
import { readKeyFile, watchKeyFile } from './watch-key-file.ts';

vi.mock('../policy.ts', async (original) => ({ ...(await original()), RETRY_BASE_MS: 5 }));

const A = 'sk-first-key-0001';
const B = 'sk-second-key-0002';
const C = 'sk-third-key-0003';
let provider: FaultyProvider;
let alerts: ModelAlert[] = [];
let spent: ModelUsage[] = [];
beforeAll(async () => {
  provider = await startFaultyProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  alerts = [];
  spent = [];
  provider.refuse();
});

const ringOf = (...keys: string[]) => createKeyRing(keys, (alert) => alerts.push(alert));
const modelWith = (keys: KeyRing) =>
  openaiModel({
    baseUrl: provider.url,
    family: 'openai',
    keys,
    model: 'a-model',
    scripted: false,
    firstByteMs: 5_000,
  });

async function ask(model: ReturnType<typeof modelWith>, onText?: (text: string) => void): Promise<string> {
  const events: ModelEvent[] = [];
  const stream = model.stream({
    messages: [{ role: 'user', content: 'Hello' }],
    tools: [],
    maxOutputTokens: 10,
    userPseudonym: 'p-1',
    signal: new AbortController().signal,
    onBroken: (usage) => spent.push(usage),
  });
  for await (const event of stream) {
    events.push(event);
    if (event.type === 'text') onText?.(event.delta);
  }
  return events.map((event) => (event.type === 'text' ? event.delta : '')).join('');
}
const usedKeys = (from = 0) =>
  provider.received.slice(from).map(({ authorization }) => authorization.slice(7));
const settled = async (work: Promise<string>) => work.catch((error: unknown) => error);

describe('a key that the provider refuses', () => {
  test('gives way to the next one in the same call, is not used again, and operators are told once', async () => {
    const model = modelWith(ringOf(A, B, C));
    provider.refuse(A);
    const before = provider.received.length;
    provider.script({ mode: 'text', text: 'Hello.' });
    for (let count = 0; count < 3; count += 1) expect(await ask(model)).toBe('Hello.');
    expect(usedKeys(before)).toEqual([A, B, B, B]);
    expect(alerts).toEqual([{ kind: 'provider_key_refused', facts: { keysLeft: 2 } }]);
    expect(spent).toEqual([]);
  });

  test('and is the last one ends the call, and is tried again: a moment’s error takes no restart', async () => {
    const model = modelWith(ringOf(A, B));
    provider.refuse(A, B);
    await settled(ask(model));
    await settled(ask(model));
    expect(alerts.map(({ kind }) => kind)).toEqual(['provider_key_refused', 'provider_last_key_refused']);
    provider.refuse(A);
    expect(await ask(model)).toBe('Hello.');
  });
});

describe('a key that is taken out of the ring', () => {
  test('cuts what runs with it within a second, books it, and is never used again, whatever the ring is told', async () => {
    const ring = ringOf(A, B);
    const model = modelWith(ring);
    provider.script({ mode: 'endless', paceMs: 5 });
    let revokedAtMs = 0;
    const running = settled(
      ask(model, () => {
        if (revokedAtMs > 0) return;
        revokedAtMs = performance.now();
        ring.replace([B]);
      }),
    );
    expect(await running).toMatchObject({ code: 'model_unavailable' });
    expect(performance.now() - revokedAtMs).toBeLessThan(WITHIN_A_SECOND_MS);
    await expect.poll(() => provider.received.at(-1)?.abortedAtMs).not.toBeNull();
    expect((provider.received.at(-1)?.abortedAtMs ?? Infinity) - revokedAtMs).toBeLessThan(
      WITHIN_A_SECOND_MS,
    );
    expect(spent).toHaveLength(1);
    const after = provider.received.length;
    provider.script({ mode: 'text', text: 'Hello.' });
    ring.replace([A, B]);
    for (let count = 0; count < 3; count += 1) await ask(model);
    expect(new Set(usedKeys(after))).toEqual(new Set([B]));
    expect(alerts).toEqual([{ kind: 'provider_key_revoked', facts: { revoked: 1, keysLeft: 1 } }]);
  });

  test('leaves nothing to ask with where it was the only one: nobody is asked', async () => {
    const ring = ringOf(A);
    ring.replace([]);
    const before = provider.received.length;
    expect(await settled(ask(modelWith(ring)))).toMatchObject({ cause: { code: 'no_key' } });
    expect(provider.received).toHaveLength(before);
  });
});

describe('a file of keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cs-keys-'));
  const path = join(folder, 'keys');
  let stop = () => undefined as void;
  afterEach(() => stop());
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (text: string) => writeFileSync(path, text, { mode: 0o600 });

  test('is read again when it changes: rotation under load loses no call, and the old key ends within a second of going', async () => {
    write(`${A}\n`);
    const ring = createKeyRing(readKeyFile(path), (alert) => alerts.push(alert));
    ({ stop } = watchKeyFile(path, ring));
    const model = modelWith(ring);
    provider.script({ mode: 'text', text: 'Hello.', pieces: 3, paceMs: 20 });
    let failed = 0;
    let isOver = false;
    const load = Array.from({ length: 4 }, async () => {
      while (!isOver) if ((await settled(ask(model))) !== 'Hello.') failed += 1;
    });
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await wait(300);
    write(`${B} # the new one\n${A}\n`);
    await expect.poll(() => usedKeys().at(-1)).toBe(B);
    await wait(300);
    expect(failed).toBe(0);
    write(B);
    await expect
      .poll(() => alerts.at(-1)?.kind, { timeout: WITHIN_A_SECOND_MS })
      .toBe('provider_key_revoked');
    await wait(300);
    const after = provider.received.length;
    await wait(300);
    isOver = true;
    await Promise.all(load);
    expect(failed).toBe(0);
    expect(new Set(usedKeys(after))).toEqual(new Set([B]));
  });

  test('that is gone, empty or half written leaves the ring as it was', async () => {
    write(`${A},${B}`);
    const ring = createKeyRing(readKeyFile(path), (alert) => alerts.push(alert));
    ({ stop } = watchKeyFile(path, ring));
    for (const text of ['', '\n# nothing\n', '   ']) {
      write(text);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(ring.take()?.secret).toBe(A);
    }
    rmSync(path);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(ring.take()?.secret).toBe(A);
    expect(alerts).toEqual([]);
  });

  test('without a key is refused at the start, by the name of its setting', () => {
    write('# nothing');
    expect(() => readKeyFile(path)).toThrow('OPENAI_API_KEY_FILE: there is no key in the file.');
    expect(() => readKeyFile(join(folder, 'none'))).toThrow(/^OPENAI_API_KEY_FILE: /);
  });

  test('has keys between commas or on lines, and remarks', () => {
    expect(readKeys(` ${A} , ${B}\r\n# old: \n${C} # soon\n\n`)).toEqual([A, B, C]);
  });
});

test('no key is in an error, in an alert, or in anything that can be looked into', async () => {
  const ring = ringOf(A, B);
  const model = modelWith(ring);
  const seen: unknown[] = [model, ring, alerts];
  provider.refuse(A, B);
  seen.push(await settled(ask(model)));
  provider.refuse();
  for (const behaviour of [
    { mode: 'status', status: 500 },
    { mode: 'garbage', body: `data: {"error":{"message":"wrong key ${A} ${B}"}}\n\n` },
    { mode: 'drop', text: 'half' },
  ] as const) {
    provider.script(behaviour);
    seen.push(await settled(ask(model)));
  }
  ring.replace([]);
  seen.push(await settled(ask(model)));
  expect(seen).toHaveLength(8);
  for (const one of seen) {
    const shown = `${inspect(one, { depth: 20, showHidden: true })}${JSON.stringify(one)}${one instanceof Error ? one.stack : ''}`;
    for (const key of [A, B]) expect(shown).not.toContain(key.slice(3));
  }
});
