import 'server-only';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import type { Behaviour } from '#e2e/fixtures/faulty-behaviour.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { resume } from '#e2e/fixtures/pause.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { type RunTurn, runTurn } from '#e2e/fixtures/run-turn.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';

/** The provider that a file's turns ask, and the person of the test that runs: Northwind's owner, new each time. */
export let provider: FaultyProvider;
export let person: Person;

/** Whole turns against a provider that does what a test tells it to. Once in a file. */
export function useTurns(): void {
  beforeAll(async () => {
    provider = await startProviderInUse();
  });
  beforeEach(async () => {
    person = await makePerson({ spec: 'northwind' });
  });
  afterEach(async () => {
    await moveClock('0');
    await resume();
  });
  afterAll(async () => {
    await provider.close();
  });
}

export const ask = (text: string, more: object = {}) => runTurn(person, { text, ...more });
export const calls = (...names: (string | [string, string])[]): Behaviour => ({
  mode: 'calls',
  calls: names.map((name) =>
    typeof name === 'string' ? { name, arguments: '{}' } : { name: name[0], arguments: name[1] },
  ),
});
export const says = (text: string): Behaviour => ({ mode: 'text', text, pieces: 4 });
export const read = (id: string, as = person) =>
  withViewer(as.viewer, (tx) => readConversation(as.viewer, tx, { id }));
export const stored = async (turn: RunTurn) => (await read(turn.conversationId)).messages;
export const audit = (turn: { turnId: string }) =>
  behindTheWalls<{
    action: string;
    outcome: string;
    rule: string | null;
    subject_id: string | null;
    facts: unknown;
  }>(
    'SELECT action, outcome, rule, subject_id, facts FROM audit_entry WHERE turn_id = $1 ORDER BY at, action',
    [turn.turnId],
  );
export const row = async (turnId: string) =>
  (
    await behindTheWalls<{ state: string; finish: string; tokens: number; settled: number }>(
      `SELECT state, finish, input_tokens + output_tokens AS tokens, settled_micro_usd::int AS settled FROM turn WHERE id = $1`,
      [turnId],
    )
  )[0];
export const lastSent = () => provider.received.at(-1);
export const denials = (turn: RunTurn) => turn.tools.filter((tool) => tool.status === 'denied');
/** What the model was told about its calls, newest request. */
export const results = () =>
  (lastSent()?.body.messages ?? [])
    .filter((message) => message.role === 'tool')
    .map((message) => String(message.content));
