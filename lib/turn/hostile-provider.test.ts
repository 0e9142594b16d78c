import { describe, expect, test, vi } from 'vitest';
import type { Behaviour } from '#e2e/fixtures/faulty-behaviour.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import { LIMITS } from '#lib/stages/admission/policy.ts';
import {
  ask,
  audit,
  calls,
  denials,
  lastSent,
  provider,
  results,
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

describe('a model that misbehaves with tools', () => {
  test.each(['__proto__', 'constructor', 'refund_payment', 'get_balance; DROP TABLE'])(
    'cannot run %s',
    async (name) => {
      provider.script(calls(name), says('I could not.'));
      const turn = await ask('Try it');
      expect(denials(turn)).toHaveLength(1);
      expect(results()[0]).toContain('"error":"unknown_tool"');
      expect((await audit(turn)).find((entry) => entry.action === 'tool.denied')).toMatchObject({
        outcome: 'denied',
        rule: 'unknown_tool',
      });
    },
  );

  test('cannot speak through the names of tools: they reach neither the page nor the log', async () => {
    provider.script(calls('call_me_on_0900_123456'), says('Well.'));
    const turn = await ask('Try it');
    expect(JSON.stringify(turn.events)).not.toContain('0900');
    expect(JSON.stringify(await audit(turn))).not.toContain('0900');
  });

  test.each([
    ['a key twice', '{"limit":1,"limit":24}'],
    ['an extra key', '{"tenantId":"00000000-0000-0000-0000-000000000000"}'],
    ['NaN', '{"limit":NaN}'],
    ['a huge text', JSON.stringify({ number: 'x'.repeat(40_000) })],
  ])('is denied arguments with %s', async (_name, args) => {
    provider.script(calls(['list_invoices', args]), says('Well.'));
    const turn = await ask('Try it');
    expect(denials(turn)).toHaveLength(1);
    expect(results()[0]).toContain('"error":"bad_arguments"');
  });

  test('finds nothing by a handle it invented, or was given in another conversation', async () => {
    const seen = { handle: '' };
    provider.script(calls(['list_invoices', '{"limit":1}']), says('One.'));
    await ask('List them');
    seen.handle = /inv_[a-z0-9]+/.exec(results()[0] ?? '')?.[0] ?? '';
    expect(seen.handle).not.toBe('');
    const args = JSON.stringify({ invoice: seen.handle });
    provider.script(
      calls(['get_invoice', args], ['get_invoice', '{"invoice":"inv_abcdefgh"}']),
      says('Nothing.'),
    );
    const elsewhere = await ask('Read it in another conversation');
    expect(denials(elsewhere)).toHaveLength(2);
    for (const result of results()) expect(result).toContain('"error":"not_found"');
  });

  test('finds nothing of another tenant, even by that tenant’s own handle', async () => {
    const other = await makePerson({ spec: 'acme' });
    provider.script(calls(['list_invoices', '{"limit":1}']), says('One.'));
    await runTurn(other, { text: 'List them' });
    const handle = /inv_[a-z0-9]+/.exec(results()[0] ?? '')?.[0];
    provider.script(calls(['get_invoice', JSON.stringify({ invoice: handle })]), says('Nothing.'));
    const turn = await ask('Read theirs');
    expect(denials(turn)).toHaveLength(1);
    expect(JSON.stringify(turn.events)).not.toContain('Acme');
  });

  test('reads by a handle of this conversation, also a turn later', async () => {
    provider.script(calls(['list_invoices', '{"limit":1}']), says('One.'));
    const first = await ask('List them');
    const handle = /inv_[a-z0-9]+/.exec(results()[0] ?? '')?.[0];
    provider.script(calls(['get_invoice', JSON.stringify({ invoice: handle })]), says('Here.'));
    const turn = await ask('Read it', { conversationId: first.conversationId });
    expect(turn.tools.at(-1)).toMatchObject({ status: 'done', card: { type: 'invoice' } });
  });

  test('on behalf of a member sees no amounts', async () => {
    const member = await makePerson({ spec: 'northwind', role: 'member' });
    provider.script(calls('get_balance', ['list_invoices', '{}'], 'get_plan'), says('Ask the owner.'));
    const turn = await runTurn(member, { text: 'What do we owe?' });
    expect(denials(turn)).toHaveLength(2);
    expect(results().filter((result) => result.includes('not_for_your_role'))).toHaveLength(2);
    expect(turn.tools.at(-1)).toMatchObject({ name: 'get_plan', status: 'done' });
    expect(JSON.stringify(turn.events) + results().join('')).not.toMatch(/€\d|amountMinor/);
  });

  test('gets no more rounds than the table says, and then has to answer', async () => {
    const asked = provider.received.length;
    provider.script(calls('get_plan'));
    const turn = await ask('Loop');
    const requests = provider.received.slice(asked);
    expect(requests).toHaveLength(LIMITS.stepsPerTurn + 1);
    expect(requests.at(-1)?.body.tools).toBeUndefined();
    expect(turn.tools.filter((tool) => tool.status === 'done')).toHaveLength(LIMITS.stepsPerTurn);
    expect(turn.done.finish).toBe('stop');
  });

  test('gets no more calls than the table says, however many it packs into one round', async () => {
    provider.script(calls(...Array.from({ length: 8 }, () => 'get_plan')));
    const turn = await ask('Many');
    expect(turn.tools.filter((tool) => tool.status === 'done')).toHaveLength(LIMITS.callsPerTurn);
  });

  test('that says nothing at all has not answered', async () => {
    provider.script(says(''));
    expect((await ask('Hello?')).error?.code).toBe('model_malformed');
  });
});

describe('a provider that fails', () => {
  const faults: [string, Behaviour, string][] = [
    ['never answers', { mode: 'silent' }, 'model_unavailable'],
    ['answers 500', { mode: 'status', status: 500 }, 'model_unavailable'],
    ['answers 401', { mode: 'status', status: 401 }, 'model_unavailable'],
    ['sends garbage', { mode: 'garbage', body: 'data: {"choices":[{"delta":\n\n' }, 'model_malformed'],
    ['sends a page', { mode: 'garbage', body: '<html>Bad gateway</html>' }, 'model_malformed'],
    ['stops in the middle', { mode: 'unfinished', text: 'Your ' }, 'model_malformed'],
    ['drops the connection', { mode: 'drop', text: 'Your ' }, 'model_unavailable'],
    ['falls silent', { mode: 'stall', text: 'Your ' }, 'model_unavailable'],
  ];
  test.each(faults)(
    'because it %s: an error that can be retried, the message is kept, another key is answered',
    async (_name, behaviour, code) => {
      provider.script(behaviour);
      const turn = await ask('Why is it higher?');
      expect(turn.error).toMatchObject({ code, retryable: true });
      expect(turn.done.finish).toBe('error');
      expect(await row(turn.turnId)).toMatchObject({ state: 'closed', finish: 'error' });
      const [question, answer] = await stored(turn);
      expect(question?.text).toBe('Why is it higher?');
      expect(answer).toMatchObject({ finish: 'error', text: turn.text });
      expect(await audit(turn)).toContainEqual(
        expect.objectContaining({
          action: 'turn.closed',
          outcome: 'failed',
          facts: { calls: 0, error: code },
        }),
      );
      provider.script(says('Because of a seat.'));
      const again = await ask('Why is it higher?', {
        conversationId: turn.conversationId,
        replaces: question?.id,
      });
      expect(again.text).toBe('Because of a seat.');
    },
  );

  test('because it never ends: the answer is cut and closed', async () => {
    provider.script({ mode: 'endless', piece: 'and so on '.repeat(50) });
    const turn = await ask('Talk');
    expect(turn.done.finish).toBe('length');
    expect((await stored(turn))[1]?.text).toBe(turn.text);
    await expect.poll(() => lastSent()?.abortedAtMs).not.toBeNull();
  });

  test('because it sends one enormous piece: the answer is cut and closed', async () => {
    provider.script({ mode: 'huge', bytes: 2_000_000 });
    const turn = await ask('Talk');
    expect(turn.done.finish).toBe('length');
    expect(turn.text.length).toBeLessThan(100_000);
  });
});
