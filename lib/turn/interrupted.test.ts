import { describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { pause } from '#e2e/fixtures/pause.ts';
import { beginTurn, runTurn, summarise } from '#e2e/fixtures/run-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { sweepLostTurns } from '#lib/operations/jobs/sweep-lost-turns.ts';
import { isPaused } from '#lib/stages/admission/kill-switch.ts';
import { LEASE_MS, TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import { revokeSessions } from '#lib/stages/identity/revoke-sessions.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { WITHIN_A_SECOND_MS } from '#scripts/test/soon.ts';
import {
  ask,
  audit,
  calls,
  lastSent,
  person,
  provider,
  read,
  row,
  says,
  stored,
  useTurns,
} from './turns.test-data.ts';

// Shorter waits, so that a provider that says nothing is given up in a test's time; everything else is the real thing.
vi.mock('#lib/stages/model/policy.ts', async (original) => ({
  ...(await original()),
  FIRST_BYTE_MS: 4_000,
  BETWEEN_CHUNKS_MS: 4_000,
}));

useTurns();

const booked = (turnId: string) =>
  behindTheWalls('SELECT cost_micro_usd::int AS cost, estimated FROM usage_entry WHERE turn_id = $1', [
    turnId,
  ]);

describe('a reader who leaves', () => {
  test('stops the turn: upstream is told within a second, what was shown is kept, what was spent is booked', async () => {
    provider.script({ mode: 'endless', paceMs: 5 });
    const left = new AbortController();
    const { events } = await beginTurn(person, { text: 'Talk' }, left);
    const seen: TurnEvent[] = [];
    let leftAtMs = 0;
    for await (const event of events) {
      seen.push(event);
      if (
        event.event === 'text' &&
        leftAtMs === 0 &&
        seen.filter((one) => one.event === 'text').length === 5
      ) {
        leftAtMs = performance.now();
        left.abort();
      }
    }
    const turn = summarise(seen);
    expect(turn.done.finish).toBe('aborted');
    expect(turn.error).toBeUndefined();
    await expect.poll(() => lastSent()?.abortedAtMs).not.toBeNull();
    expect((lastSent()?.abortedAtMs ?? Infinity) - leftAtMs).toBeLessThan(WITHIN_A_SECOND_MS);
    expect((await stored(turn))[1]).toMatchObject({ finish: 'aborted', text: turn.text });
    expect((await row(turn.turnId))?.tokens).toBeGreaterThan(0);
    const [usage] = await behindTheWalls<{ estimated: boolean }>(
      'SELECT estimated FROM usage_entry WHERE turn_id = $1',
      [turn.turnId],
    );
    expect(usage?.estimated).toBe(true);
  });

  test('without a word, between two events, stops it too', async () => {
    provider.script({ mode: 'endless', paceMs: 5 });
    const { events } = await beginTurn(person, { text: 'Talk' });
    let turnId = '';
    let shown = '';
    for await (const event of events) {
      if (event.event === 'turn') turnId = event.data.turnId;
      if (event.event === 'text') shown += event.data.delta;
      if (shown.length > 20) break;
    }
    expect(await row(turnId)).toMatchObject({ state: 'closed', finish: 'aborted' });
    await expect.poll(() => lastSent()?.abortedAtMs).not.toBeNull();
  });

  test('before the first word leaves no place taken', async () => {
    provider.script({ mode: 'silent' });
    const left = new AbortController();
    setTimeout(() => left.abort(), 100);
    const turn = await runTurn(person, { text: 'Talk' }, left);
    expect(turn.done.finish).toBe('aborted');
    expect(await row(turn.turnId)).toMatchObject({ state: 'closed', finish: 'aborted' });
  });
});

describe('the kill switch', () => {
  test.each([
    ['everyone', () => pause('global')],
    ['this customer', () => pause('tenant', person.viewer.homeTenantId)],
    ['this model', () => pause('model', 'gpt-4.1-mini')],
  ])('for %s ends an answer in flight: nothing after a second', async (_name, flip) => {
    provider.script({ mode: 'endless', paceMs: 5 });
    const { events } = await beginTurn(person, { text: 'Talk' });
    const seen: TurnEvent[] = [];
    let flippedAtMs = Infinity;
    let lastTextAtMs = 0;
    for await (const event of events) {
      seen.push(event);
      if (event.event === 'text') lastTextAtMs = performance.now();
      if (event.event === 'text' && flippedAtMs === Infinity) {
        flippedAtMs = performance.now();
        await flip();
        flippedAtMs = performance.now();
      }
    }
    const turn = summarise(seen);
    expect(lastTextAtMs - flippedAtMs).toBeLessThan(WITHIN_A_SECOND_MS);
    expect(turn.error?.code).toBe('paused');
    expect(turn.done.finish).toBe('error');
    await expect.poll(() => lastSent()?.abortedAtMs).not.toBeNull();
    expect((lastSent()?.abortedAtMs ?? Infinity) - flippedAtMs).toBeLessThan(WITHIN_A_SECOND_MS);
    expect((await stored(turn))[1]?.text).toBe(turn.text);
  });

  test('for one tool denies that tool and leaves the others', async () => {
    await pause('tool', 'get_balance');
    const subject = { tenantId: person.viewer.homeTenantId, model: 'gpt-4.1-mini' };
    await expect.poll(() => isPaused(subject, 'get_balance') && !isPaused(subject)).toBe(true);
    provider.script(calls('get_balance', 'get_plan'), says('One is paused.'));
    const turn = await ask('Both please');
    expect(turn.tools.filter((tool) => tool.status !== 'running').map((tool) => tool.status)).toEqual([
      'denied',
      'done',
    ]);
  });
});

describe('a process that dies between the message and its answer', () => {
  const key = 'the-key-of-this-message';
  async function die(): Promise<{ turnId: string; conversationId: string }> {
    // Opened and stored; the generator that would answer is never run.
    const { events } = await beginTurn(person, { text: 'Still there?', idempotencyKey: key });
    const first = await events.next();
    if (first.value?.event !== 'turn') throw new Error('a turn begins with turn');
    return first.value.data;
  }

  test('loses nothing: the message is kept, the turn is closed as lost and audited, the same key answers it', async () => {
    const dead = await die();
    expect((await read(dead.conversationId)).messages.map((message) => message.text)).toEqual([
      'Still there?',
    ]);
    await expect(ask('Still there?', { idempotencyKey: key })).rejects.toMatchObject({ code: 'in_progress' });
    await moveClock(`${LEASE_MS / 1_000 + 1} seconds`);
    expect(await sweepLostTurns()).toBeGreaterThanOrEqual(1);
    // Nobody knows what the model was asked: the most that it can have cost is booked, and marked as estimated.
    const { amount } = reserveFor(['gpt-4.1-mini'], TOKENS_PER_TURN);
    expect(await row(dead.turnId)).toMatchObject({ state: 'lost', settled: amount });
    expect(await booked(dead.turnId)).toEqual([{ cost: amount, estimated: true }]);
    expect((await audit(dead)).map((entry) => entry.action)).toContain('turn.lost');
    provider.script(says('Yes.'));
    const again = await ask('Still there?', { idempotencyKey: key });
    expect(again).toMatchObject({ ...dead, text: 'Yes.' });
    expect((await stored(again)).map((message) => message.text)).toEqual(['Still there?', 'Yes.']);
  });

  test('and wakes up late books nothing and stores no second answer', async () => {
    const { events } = await beginTurn(person, { text: 'Slow', idempotencyKey: key });
    provider.script(says('Too late.'));
    const seen: TurnEvent[] = [];
    for (;;) {
      const next = await events.next();
      if (next.done) break;
      seen.push(next.value);
      if (seen.length === 1) {
        await moveClock(`${LEASE_MS / 1_000 + 1} seconds`);
        await sweepLostTurns();
      }
    }
    const turn = summarise(seen);
    expect((await read(turn.conversationId)).messages.map((message) => message.role)).toEqual(['user']);
    // The sweeper booked it; the late one adds nothing.
    expect(await booked(turn.turnId)).toHaveLength(1);
  });
});

describe('what changes while an answer is on its way', () => {
  test('the conversation is deleted in another tab: the turn ends, and nothing of it can be read', async () => {
    provider.script(calls('get_balance'), says('You owe what the card shows.'));
    const { events } = await beginTurn(person, { text: 'What do I owe?' });
    const seen: TurnEvent[] = [];
    for await (const event of events) {
      seen.push(event);
      if (event.event === 'turn') await deleteConversation(person.viewer, { id: event.data.conversationId });
    }
    const turn = summarise(seen);
    await expect(read(turn.conversationId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await row(turn.turnId)).toMatchObject({ state: 'closed' });
    await expect(ask('Hello again', { conversationId: turn.conversationId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('the session is revoked: the next look-up does not happen', async () => {
    provider.script(calls('get_balance'), calls('get_plan'), says('Done.'));
    const { events } = await beginTurn(person, { text: 'Both please' });
    const seen: TurnEvent[] = [];
    for await (const event of events) {
      seen.push(event);
      if (event.event === 'tool' && event.data.status === 'done')
        await withViewer(person.viewer, (tx) => revokeSessions(person.viewer, tx));
    }
    const turn = summarise(seen);
    expect(turn.tools.filter((tool) => tool.status === 'done').map((tool) => tool.name)).toEqual([
      'get_balance',
    ]);
    expect(turn.error?.code).toBe('no_session');
    expect(turn.done.finish).toBe('error');
  });
});
