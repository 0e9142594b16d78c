import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { type RunTurn, runTurn } from '#e2e/fixtures/run-turn.ts';
import type { ModelAlert } from '#lib/kernel/model-alert.ts';
import { LIMITS, TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import { hearModelAlerts } from '#lib/stages/model/choose-model.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { mayCall, meterResult, outputRoom, withinCalls } from './meter.ts';
import { ask, person, provider, says, useTurns } from './turns.test-data.ts';

useTurns();
let alerts: ModelAlert[] = [];
/** That a provider works is news too. */
const absurd = () => alerts.filter(({ kind }) => kind === 'provider_usage_absurd');
beforeEach(() => {
  alerts = [];
  hearModelAlerts((alert) => void alerts.push(alert));
});
afterEach(() => behindTheWalls('DELETE FROM budget'));

const MOST = reserveFor(['gpt-4.1-mini'], TOKENS_PER_TURN).amount;
const booked = async ({ turnId }: RunTurn) =>
  (
    await behindTheWalls<{ cost: number; estimated: boolean; input: number; version: string }>(
      `SELECT cost_micro_usd::int AS cost, estimated, input_tokens AS input, price_version AS version FROM usage_entry WHERE turn_id = $1`,
      [turnId],
    )
  )[0];
const standing = (subject = person.viewer.personId) =>
  behindTheWalls<{ reserved: number; settled: number }>(
    `SELECT reserved::int AS reserved, settled::int AS settled FROM spend WHERE subject_id = $1 ORDER BY period`,
    [subject],
  );
const allow = (scope: 'person' | 'tenant', subject: string, limit: number) =>
  behindTheWalls(
    `INSERT INTO budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ($1, $2, $3, 'day', $4, $2)`,
    [scope, subject, person.viewer.homeTenantId, limit],
  );
const quotas = (turn: RunTurn) => turn.events.flatMap(({ event, data }) => (event === 'quota' ? [data] : []));

describe('what a turn costs', () => {
  test('is what the provider reported, and nothing stays reserved', async () => {
    provider.script({
      mode: 'text',
      text: 'Hello.',
      usage: { prompt_tokens: 1_000, completion_tokens: 100 },
    });
    const turn = await ask('Hello');
    // 1,000 × 0.4 + 100 × 1.6
    expect(await booked(turn)).toMatchObject({ cost: 560, estimated: false });
    expect(turn.done.usage.costMicroUsd).toBe(560);
    expect(await standing()).toEqual([
      { reserved: 0, settled: 560 },
      { reserved: 0, settled: 560 },
    ]);
    expect(await standing(person.viewer.homeTenantId)).toEqual(await standing());
  });

  test('is less where the provider had read it before', async () => {
    const usage = {
      prompt_tokens: 1_000,
      completion_tokens: 100,
      prompt_tokens_details: { cached_tokens: 600 },
    };
    provider.script({ mode: 'text', text: 'Hello.', usage });
    // 400 × 0.4 + 600 × 0.1 + 100 × 1.6
    expect(await booked(await ask('Hello'))).toMatchObject({ cost: 380 });
  });

  test('is an upper bound by bytes, marked as such, where nothing is reported', async () => {
    provider.script({ mode: 'text', text: 'Hello.', usage: false });
    const entry = await booked(await ask('Hello'));
    expect(entry).toMatchObject({ estimated: true });
    expect(entry?.input).toBeGreaterThan(1_000);
    expect(entry?.cost).toBeLessThanOrEqual(MOST);
  });

  test.each([
    ['a negative count', { prompt_tokens: -5, completion_tokens: 10 }],
    ['half a token', { prompt_tokens: 100.5, completion_tokens: 10 }],
    ['more than any model takes', { prompt_tokens: 1e15, completion_tokens: 10 }],
    [
      'more read before than sent',
      { prompt_tokens: 10, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 99 } },
    ],
  ])(
    'of a provider that reports %s is the upper bound, operators are told, and the answer stands',
    async (_name, usage) => {
      provider.script({ mode: 'text', text: 'Hello.', usage });
      const turn = await ask('Hello');
      expect([turn.text, turn.done.finish]).toEqual(['Hello.', 'stop']);
      const entry = await booked(turn);
      expect(entry).toMatchObject({ estimated: true });
      expect(entry?.cost).toBeGreaterThan(0);
      expect(entry?.cost).toBeLessThanOrEqual(MOST);
      expect(absurd()).toMatchObject([{ kind: 'provider_usage_absurd', facts: { code: 'impossible' } }]);
    },
  );

  test('is never more than was reserved, whatever the provider says; operators are told', async () => {
    provider.script({
      mode: 'text',
      text: 'Hello.',
      usage: { prompt_tokens: 9_000_000, completion_tokens: 10 },
    });
    const turn = await ask('Hello');
    expect(await booked(turn)).toMatchObject({ cost: MOST, estimated: true });
    expect(turn.done.usage.costMicroUsd).toBe(MOST);
    expect(absurd()).toMatchObject([{ kind: 'provider_usage_absurd', facts: { code: 'above_reservation' } }]);
  });
});

describe('a budget', () => {
  test('that has no room for the most a turn can cost refuses it before the model is asked', async () => {
    const asked = provider.received.length;
    await allow('person', person.viewer.personId, MOST - 1);
    const refused = await ask('Hello').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'budget_exhausted' });
    expect(provider.received).toHaveLength(asked);
    expect(await standing()).toEqual([]);
  });

  test('is said to be half used, from then on: one’s own to each, a customer’s to its owner alone', async () => {
    const member = await makePerson({ tenantId: person.viewer.homeTenantId, role: 'member' });
    await allow('tenant', person.viewer.homeTenantId, MOST * 2);
    provider.script({
      mode: 'text',
      text: 'Hello.',
      usage: { prompt_tokens: 9_000_000, completion_tokens: 10 },
    });
    expect(quotas(await ask('Hello'))).toEqual([]);
    provider.script(says('Hello.'));
    expect(quotas(await ask('Hello again'))).toMatchObject([
      { scope: 'tenant', period: 'day', unit: 'micro_usd', used: MOST, limit: MOST * 2 },
    ]);
    await behindTheWalls('UPDATE budget SET limit_micro_usd = $1', [MOST * 2 + 5_000]);
    expect(quotas(await runTurn(member, { text: 'Hello' }))).toEqual([]);
  });
});

describe('what one turn may use', () => {
  const used = (inputTokens: number, outputTokens: number) => ({
    usage: { inputTokens, outputTokens, estimated: false },
  });
  const request = { messages: [{ role: 'user' as const, content: 'x'.repeat(1_000) }], tools: [] };

  test('ends its calls of the model where the next could go past what was reserved', () => {
    expect(outputRoom(used(0, 0), request)).toBe(1_500);
    expect(outputRoom(used(LIMITS.inputTokensPerTurn - 500, 0), request)).toBeNull();
    expect(outputRoom(used(0, LIMITS.outputTokensPerTurn - 7), request)).toBe(7);
    expect(outputRoom(used(0, LIMITS.outputTokensPerTurn), request)).toBeNull();
  });

  test('ends its look-ups at so many steps, calls and bytes', () => {
    expect(mayCall({ steps: 0, calls: 0, toolBytes: 0 })).toBe(true);
    expect(mayCall({ steps: LIMITS.stepsPerTurn, calls: 0, toolBytes: 0 })).toBe(false);
    expect(mayCall({ steps: 0, calls: LIMITS.callsPerTurn, toolBytes: 0 })).toBe(false);
    expect(mayCall({ steps: 0, calls: 0, toolBytes: LIMITS.toolResultBytesPerTurn })).toBe(false);
    expect(withinCalls({ steps: 0, calls: LIMITS.callsPerTurn - 1, toolBytes: 0 }, [1, 2, 3])).toEqual([1]);
    const meter = { steps: 0, calls: 0, toolBytes: LIMITS.toolResultBytesPerTurn - 10 };
    expect(meterResult(meter, 'short', () => 'too much')).toBe('short');
    expect(meterResult(meter, 'x'.repeat(20), () => 'too much')).toBe('too much');
    expect(mayCall(meter)).toBe(false);
  });

  test('goes past its input in a real turn: it ends as one that was cut at its length, with what it has', async () => {
    const before = provider.received.length;
    // What the first answer says it read leaves no room for the next.
    provider.script({
      mode: 'calls',
      calls: [{ name: 'get_plan', arguments: '{}' }],
      usage: { prompt_tokens: LIMITS.inputTokensPerTurn, completion_tokens: 1 },
    });
    const turn = await ask('Loop');
    expect(provider.received.length - before).toBe(1);
    expect(turn.done.finish).toBe('length');
    expect((await booked(turn))?.cost).toBeLessThanOrEqual(MOST);
  });
});
