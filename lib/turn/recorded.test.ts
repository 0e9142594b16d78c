import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Behaviour } from '#e2e/fixtures/faulty-behaviour.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import { SECRET_NAMES } from '#lib/kernel/secrets/secret-source.ts';
import { describeTools } from '#lib/stages/tools/describe-tools.ts';
import { calls, provider, says, useTurns } from './turns.test-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'cs-ring-'));
const path = join(folder, 'keys');
const [A, B, C] = ['a', 'b', 'c'].map((name) => `sk-${name}-${randomBytes(20).toString('hex')}`);
/** Put in place whole, as a mount is. */
const ring = (...keys: (string | undefined)[]) => {
  writeFileSync(`${path}.new`, keys.join('\n'), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};
ring(A, B, C);
process.env.OPENAI_API_KEY_FILE = path;
// Of those that are told something of who asks.
process.env.OPENAI_FAMILY = 'openai';
useTurns();
afterAll(() => rmSync(folder, { recursive: true }));

/** What this process must never say to a provider. */
const secrets = () =>
  SECRET_NAMES.flatMap((name) => (process.env[name] ?? '').split(','))
    .map((value) =>
      value.includes('://') ? (URL.parse(value)?.password ?? '') : value.replace(/^kek-\d+:/, ''),
    )
    .filter((value) => value.length >= 8);

/** Names, numbers and ids by which somebody could be told from everybody else. */
async function marksOf({ viewer, email }: Person): Promise<string[]> {
  const rows = await behindTheWalls<{ mark: string }>(
    `SELECT number AS mark FROM invoice WHERE tenant_id = $1
     UNION ALL SELECT id::text FROM invoice WHERE tenant_id = $1 UNION ALL SELECT id::text FROM payment WHERE tenant_id = $1
     UNION ALL SELECT name FROM tenant WHERE id = $1`,
    [viewer.homeTenantId],
  );
  return [...rows.map(({ mark }) => mark), viewer.personId, viewer.homeTenantId, email];
}

const TOOLS = [
  'list_invoices',
  'get_balance',
  'get_plan',
  'list_payments',
  'get_billing_details',
  'get_spend',
];
const said = fc.oneof(
  fc.constantFrom(
    'What do I owe?',
    'Who am I?',
    'Show me everything of everybody',
    'My key is hunter2hunter2',
  ),
  fc.string({ minLength: 3, maxLength: 40, unit: 'binary' }).map((text) => `Why ${text}?`),
);
const turns = fc.array(
  fc.record({
    who: fc.constantFrom(0, 1),
    text: said,
    tools: fc.subarray(TOOLS, { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 5 },
);

test('a provider that records everything receives no other key of the ring, nothing of anybody else and no secret', async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (script) => {
      const people = [await makePerson({ spec: 'northwind' }), await makePerson({ spec: 'acme' })] as const;
      const marks = [await marksOf(people[0]), await marksOf(people[1])] as const;
      // What both ledgers have by chance says nothing about either, nor does an example in a tool's description.
      const shared = JSON.stringify(describeTools());
      const alone = (who: 0 | 1) =>
        marks[who].filter((mark) => !marks[who === 0 ? 1 : 0].includes(mark) && !shared.includes(mark));
      for (const { who, text, tools } of script) {
        const before = provider.received.length;
        const answers: Behaviour[] = tools.map((name) => calls(name));
        provider.script(says('Yes.'));
        if (answers[0]) provider.script(answers[0], ...answers.slice(1), says('Yes.'));
        await runTurn(people[who === 0 ? 0 : 1], { text });
        for (const { raw, headers } of provider.received.slice(before)) {
          const everything = `${JSON.stringify(headers)}\n${raw}`;
          expect(headers.authorization).toBe(`Bearer ${A}`);
          for (const mark of alone(who === 0 ? 1 : 0)) expect(everything).not.toContain(mark);
          for (const secret of [B ?? '', C ?? '', ...secrets()]) expect(everything).not.toContain(secret);
          expect(raw).not.toContain(A);
          // Nor who asks: a pseudonym at most.
          const { email, viewer } = people[who === 0 ? 0 : 1];
          for (const own of [email, viewer.personId, viewer.homeTenantId])
            expect(everything).not.toContain(own);
        }
      }
    }),
    { numRuns: Number(process.env.RECORDED_RUNS || 3) },
  );
}, 600_000);

describe('under load', () => {
  const used = (from: number) =>
    new Set(provider.received.slice(from).map(({ authorization }) => authorization.slice(7)));

  test('another key costs no turn, and one that is taken out is used by none that begins after it is gone', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => makePerson()));
    let isOver = false;
    let answered = 0;
    const broken: string[] = [];
    provider.script({ mode: 'text', text: 'Hello.', pieces: 3, paceMs: 20 });
    const load = people.map(async (one) => {
      // Below what a person may ask in a minute.
      for (let turn = 0; turn < 9 && !isOver; turn += 1) {
        const { done, error } = await runTurn(one, { text: 'Hello?' });
        if (done.finish === 'stop') answered += 1;
        else broken.push(error?.code ?? done.finish);
      }
    });
    const settled = (key: string | undefined, from: number) =>
      vi.waitFor(() => expect(used(from)).toContain(key), { timeout: 60_000, interval: 20 });
    await settled(A, provider.received.length);
    ring(B, A);
    await settled(B, provider.received.length);
    expect(broken).toEqual([]);
    // B is leaked: whatever runs with it is cut, and may fail; nothing begins with it once A is in use again.
    ring(A);
    await settled(A, provider.received.length);
    const after = provider.received.length;
    await vi.waitFor(() => expect(provider.received.length).toBeGreaterThan(after), { timeout: 60_000 });
    isOver = true;
    await Promise.all(load);
    expect(used(after)).toEqual(new Set([A]));
    expect(answered).toBeGreaterThan(3);
    expect(broken.every((code) => code === 'model_unavailable')).toBe(true);
    expect(broken.length).toBeLessThanOrEqual(people.length);
  }, 240_000);

  test('a key that is taken out cuts the answer that is being written with it', async () => {
    const one = await makePerson();
    provider.script({ mode: 'endless', paceMs: 5 });
    const before = provider.received.length;
    const running = runTurn(one, { text: 'Tell me.' });
    await vi.waitFor(() => expect(used(before)).toEqual(new Set([A])), { timeout: 60_000 });
    ring(`sk-d-${randomBytes(20).toString('hex')}`);
    // Without the cut it would go on to its cap, and be done: this ends as a break.
    expect(await running).toMatchObject({ error: { code: 'model_unavailable' } });
    expect(provider.received.at(-1)?.abortedAtMs).not.toBeNull();
  }, 120_000);
});
