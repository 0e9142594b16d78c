import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import type { AppError } from '#lib/kernel/errors.ts';
import { sweepLostTurns } from '#lib/operations/jobs/sweep-lost-turns.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { allow, LIMITERS, takeBudgetsBack, underTest, type UnderTest } from './limits.test-data.ts';
import { open, opening, settle } from './turns.test-data.ts';
import type * as policy from './policy.ts';
import { LEASE_MS } from './policy.ts';

// Smaller limits, so that a few commands reach every one of them; everything else is the real thing.
vi.mock('./policy.ts', async (original) => {
  const real = await original<typeof policy>();
  const small = { turnsPerWindow: 4, concurrentTurns: 3, tenantTurnsPerWindow: 6, tenantConcurrentTurns: 4 };
  return { ...real, LIMITS: { ...real.LIMITS, ...small } };
});
const MOST = { turns: 4, running: 3, tenantTurns: 6, tenantRunning: 4 };
const BUDGET = { personDay: 1_000, tenantDay: 1_700, personMonth: 2_600 };
const RESERVE = 300;
const RUNS = Number(process.env.LIMIT_RUNS || 12);

type Command =
  | { do: 'open'; who: number }
  | { do: 'again'; who: number }
  | { do: 'close'; which: number; spent: number }
  | { do: 'wait'; ms: number }
  | { do: 'sweep' }
  | { do: 'lose' };
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('open' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), who: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      which: fc.nat(5),
      spent: fc.integer({ min: -50, max: 400 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.oneof(
        fc.integer({ min: 1, max: 70_000 }),
        fc.constantFrom(59_999, 60_000, 60_001, LEASE_MS, 86_400_000),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'sweep' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'lose' as const }) },
);

type ModelTurn = {
  turnId: string;
  who: number;
  key: string;
  at: number;
  ends: number;
  state: 'running' | 'ended';
  spent: number;
};
const DAY = 86_400_000;
const dayOf = (ms: number) => Math.floor(ms / DAY);
const monthOf = (ms: number) => new Date(ms).toISOString().slice(0, 7);
const sum = (turns: readonly ModelTurn[]) =>
  turns.reduce((total, turn) => total + (turn.state === 'running' ? RESERVE : turn.spent), 0);

/** What may be answered, from the history of turns alone. Where a customer's limit and a budget both refuse, either may be told. */
function expected(turns: readonly ModelTurn[], who: number, now: number): string[] {
  const own = turns.filter((turn) => turn.who === who);
  const within = (all: readonly ModelTurn[]) => all.filter((turn) => turn.at > now - 60_000).length;
  const running = (all: readonly ModelTurn[]) =>
    all.filter((turn) => turn.state === 'running' && turn.ends > now).length;
  if (within(own) >= MOST.turns || running(own) >= MOST.running) return ['rate_limited'];
  const isCrowded = within(turns) >= MOST.tenantTurns || running(turns) >= MOST.tenantRunning;
  const today = (all: readonly ModelTurn[]) => all.filter((turn) => dayOf(turn.at) === dayOf(now));
  const month = own.filter((turn) => monthOf(turn.at) === monthOf(now));
  const isFull =
    sum(today(own)) + RESERVE > BUDGET.personDay ||
    sum(month) + RESERVE > BUDGET.personMonth ||
    sum(today(turns)) + RESERVE > BUDGET.tenantDay;
  if (!isCrowded && !isFull) return ['opened'];
  return [...(isCrowded ? ['rate_limited'] : []), ...(isFull ? ['budget_exhausted'] : [])];
}

describe.each(LIMITERS)('limits and budgets on %s', (name) => {
  let under: UnderTest;
  beforeAll(async () => {
    under = await underTest(name);
  });
  afterEach(takeBudgetsBack);
  afterAll(async () => {
    await under.close();
    await closeDatabases();
  });

  test('say what the history of turns says, and hold exactly what runs and what was spent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 24 }), (commands) =>
        walk(under, commands),
      ),
      {
        numRuns: RUNS,
      },
    );
  });
});

async function walk({ limiter, at, standing, lose }: UnderTest, commands: readonly Command[]): Promise<void> {
  const first = await makePerson();
  const tenant = first.viewer.homeTenantId;
  const people: MadePerson[] = [first];
  for (let more = 0; more < 2; more += 1) people.push(await makePerson({ tenantId: tenant, role: 'member' }));
  for (const { viewer } of people) {
    await allow('person', viewer.personId, 'day', BUDGET.personDay);
    await allow('person', viewer.personId, 'month', BUDGET.personMonth);
  }
  await allow('tenant', tenant, 'day', BUDGET.tenantDay);
  const turns: ModelTurn[] = [];
  let now = Date.parse('2027-03-30T21:58:00.000Z');
  await at(new Date(now));
  for (const one of commands) {
    if (one.do === 'wait') await at(new Date((now += one.ms)));
    if (one.do === 'lose') await lose();
    if (one.do === 'sweep') {
      await sweepLostTurns(limiter);
      for (const turn of turns)
        if (turn.state === 'running' && turn.ends < now)
          Object.assign(turn, { state: 'ended', spent: RESERVE });
    }
    if (one.do === 'open') await openOne(one.who);
    if (one.do === 'again') await sendAgain(one.who);
    if (one.do === 'close') await closeOne(one.which, one.spent);
  }
  await sweepLostTurns(limiter);
  for (const turn of turns)
    if (turn.state === 'running' && turn.ends < now) Object.assign(turn, { state: 'ended', spent: RESERVE });
  const today = turns.filter((turn) => dayOf(turn.at) === dayOf(now));
  if (today.length === 0 || commands.some((one) => one.do === 'lose')) return;
  const held = today.filter((turn) => turn.state === 'running').length * RESERVE;
  const booked = sum(today) - held;
  expect(await standing('micro_usd', 'tenant', tenant, new Date(now).toISOString().slice(0, 10))).toEqual([
    held,
    booked,
  ]);

  async function openOne(who: number): Promise<void> {
    const person = people[who] ?? first;
    const asked = opening(person, { unit: 'micro_usd', amount: RESERVE });
    const taken = turns.filter((turn) => turn.who === who && turn.at > now - 60_000).length;
    const answer = await open(limiter, asked).catch((error: AppError): AppError => error);
    const said = 'kind' in answer ? answer.kind : answer.code;
    expect(expected(turns, who, now)).toContain(said);
    expect('headers' in answer ? answer.headers : {}).toMatchObject({
      'RateLimit-Limit': String(MOST.turns),
      'RateLimit-Remaining': String(Math.max(0, MOST.turns - taken - 1)),
    });
    if (said !== 'opened') return;
    const { turnId } = asked.ids;
    turns.push({
      turnId,
      who,
      key: asked.idempotencyKey,
      at: now,
      ends: now + LEASE_MS,
      state: 'running',
      spent: 0,
    });
  }

  /** The newest message again: a replay or in progress whatever the limits say, and nothing is taken for it. */
  async function sendAgain(who: number): Promise<void> {
    const person = people[who] ?? first;
    const newest = turns.findLast((turn) => turn.who === who);
    if (
      !newest ||
      (newest.state === 'running' && newest.ends <= now) ||
      (newest.state === 'ended' && newest.spent === RESERVE)
    )
      return;
    const again = opening(person, { unit: 'micro_usd', amount: RESERVE }, { idempotencyKey: newest.key });
    const said = await open(limiter, again).then(
      ({ kind }) => kind,
      (error: AppError) => error.code,
    );
    expect(said).toBe(newest.state === 'running' ? 'in_progress' : 'replay');
  }

  async function closeOne(which: number, spent: number): Promise<void> {
    const running = turns.filter((turn) => turn.state === 'running');
    const turn = running[which % Math.max(1, running.length)];
    if (!turn) return;
    const isBooked = await settle(limiter, people[turn.who] ?? first, {
      turnId: turn.turnId,
      spent,
      reserved: RESERVE,
    });
    expect(isBooked).toBe(true);
    Object.assign(turn, { state: 'ended', spent: Math.min(RESERVE, Math.max(0, spent)) });
  }
}
