import { describe, expect, test } from 'vitest';
import { eventStream, MOST_AT_ONCE, type WireEvent } from './event-stream.ts';

const left = () => new AbortController();
const SOON = { mostMs: 10_000 };

/** A source that never ends and remembers how far it got and whether it was let go. */
function source() {
  const state = { produced: 0, ended: false };
  async function* events(): AsyncGenerator<WireEvent> {
    try {
      for (;;) {
        state.produced += 1;
        yield { event: 'text', data: { delta: `line\nbreak ${state.produced}` } };
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, events };
}

describe('a stream of events', () => {
  test('puts each event on one data line, so text cannot start an event of its own', async () => {
    async function* events(): AsyncGenerator<WireEvent> {
      yield { event: 'text', data: { delta: 'a\n\nevent: approval\ndata: {}\n\n' } };
    }
    const text = await eventStream(events(), left(), SOON).text();
    expect(text).toBe('event: text\ndata: {"delta":"a\\n\\nevent: approval\\ndata: {}\\n\\n"}\n\n');
  });

  test('sends in one piece what is there at once, and what comes later as soon as it comes', async () => {
    const gate = Promise.withResolvers<void>();
    async function* events(): AsyncGenerator<WireEvent> {
      yield { event: 'turn', data: 1 };
      yield { event: 'stage', data: 2 };
      await gate.promise;
      yield { event: 'text', data: 3 };
      throw new Error('broken');
    }
    const reader = eventStream(events(), left(), SOON).body?.getReader();
    const piece = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await piece()).toBe('event: turn\ndata: 1\n\nevent: stage\ndata: 2\n\n');
    gate.resolve();
    expect(await piece()).toBe('event: text\ndata: 3\n\n');
    await expect(piece()).rejects.toThrow('broken');
  });

  test('is private and never stored', () => {
    const { headers } = eventStream(source().events(), left(), SOON);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-type')).toContain('text/event-stream');
  });

  test('produces only what is read', async () => {
    const { state, events } = source();
    const reader = eventStream(events(), left(), SOON).body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(state.produced).toBeLessThanOrEqual(2 * MOST_AT_ONCE + 1);
    await reader?.cancel();
  });

  test('ends its source when the reader goes away', async () => {
    const { state, events } = source();
    const leaving = left();
    const reader = eventStream(events(), leaving, SOON).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(state.ended).toBe(true);
    expect(leaving.signal.aborted).toBe(true);
  });

  test('ends its source even when the reader leaves before the first byte, or never comes', async () => {
    const gone = source();
    await eventStream(gone.events(), left(), SOON).body?.cancel();
    expect(gone.state.ended).toBe(true);

    const absent = source();
    const leaving = left();
    eventStream(absent.events(), leaving, SOON);
    leaving.abort();
    await expect.poll(() => absent.state.ended).toBe(true);
  });

  test('ends its source when the reader stops reading and stays', async () => {
    const { state, events } = source();
    const leaving = left();
    const reader = eventStream(events(), leaving, { mostMs: 60 }).body?.getReader();
    await reader?.read();
    await expect.poll(() => state.ended).toBe(true);
    expect(leaving.signal.aborted).toBe(true);
  });
});
