import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { toAppError } from '#lib/kernel/errors.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { allow, LIMITERS, takeBudgetsBack, underTest, type UnderTest } from './limits.test-data.ts';
import type * as policy from './policy.ts';
import { open, opening, settle } from './turns.test-data.ts';

// Only money shall say no here: as many turns at once as there are requests.
vi.mock('./policy.ts', async (original) => {
  const real = await original<typeof policy>();
  const wide = {
    turnsPerWindow: 1_000,
    concurrentTurns: 1_000,
    tenantTurnsPerWindow: 1_000,
    tenantConcurrentTurns: 1_000,
  };
  return { ...real, LIMITS: { ...real.LIMITS, ...wide } };
});
/** `RACES=20` runs it twenty times in a row. */
const RACES = Number(process.env.RACES || 1);
const [REQUESTS, PEOPLE, ROOM, RESERVE] = [500, 50, 100, 1_000];

describe.each(LIMITERS)('on %s', (name) => {
  let under: UnderTest;
  let people: MadePerson[];
  beforeAll(async () => {
    under = await underTest(name);
  });
  beforeEach(async () => {
    const first = await makePerson();
    const tenantId = first.viewer.homeTenantId;
    people = [first];
    while (people.length < PEOPLE) people.push(await makePerson({ tenantId, role: 'member' }));
  });
  afterAll(async () => {
    await takeBudgetsBack();
    await under.close();
    await closeDatabases();
  });

  const kinds = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const person = people[index % people.length];
        if (!person) throw new Error('nobody');
        const asked = opening(person, { unit: 'micro_usd', amount: RESERVE });
        // A pool has ten connections: whoever waits too long for one is `busy`, was not judged, and asks again.
        for (;;) {
          const said = await open(under.limiter, asked).then(
            ({ kind }) => kind,
            (error: unknown) => toAppError(error).code,
          );
          if (said !== 'busy') return said;
        }
      }),
    );

  test.each(Array.from({ length: RACES }, (_, index) => index + 1))(
    '500 requests of 50 people at once against a budget for 100 admit exactly 100 (%i)',
    { timeout: 300_000 },
    async () => {
      const tenant = people[0]?.viewer.homeTenantId ?? '';
      await allow('tenant', tenant, 'month', ROOM * RESERVE);
      const said = await kinds(REQUESTS);
      const counts = Map.groupBy(said, (one) => one);
      expect([...counts].map(([one, all]) => [one, all.length]).toSorted()).toEqual([
        ['budget_exhausted', REQUESTS - ROOM],
        ['opened', ROOM],
      ]);
      const [stored] = await behindTheWalls<{ turns: number; messages: number; entries: number }>(
        `SELECT (SELECT count(*)::int FROM turn WHERE tenant_id = $1) AS turns, (SELECT count(*)::int FROM message WHERE tenant_id = $1) AS messages,
           (SELECT count(*)::int FROM audit_entry WHERE tenant_id = $1 AND action = 'turn.opened') AS entries`,
        [tenant],
      );
      // Whoever was refused after their message was written left nothing of it.
      expect(stored).toEqual({ turns: ROOM, messages: ROOM, entries: ROOM });
    },
  );

  test('turns that end while others begin never take a budget past its limit, nor leave anything held', async () => {
    const tenant = people[0]?.viewer.homeTenantId ?? '';
    const limit = 20 * RESERVE + 500;
    await allow('tenant', tenant, 'day', limit);
    const highest = { sum: 0 };
    const day = new Date().toISOString().slice(0, 10);
    const one = async (person: MadePerson, spent: number) => {
      const asked = opening(person, { unit: 'micro_usd', amount: RESERVE });
      const admitted = await open(under.limiter, asked).then(
        () => true,
        () => false,
      );
      const [reserved, settled] = await under.standing('micro_usd', 'tenant', tenant, day);
      highest.sum = Math.max(highest.sum, reserved + settled);
      if (admitted)
        await settle(under.limiter, person, { turnId: asked.ids.turnId, spent, reserved: RESERVE });
      return admitted ? Math.min(RESERVE, spent) : 0;
    };
    const spent = await Promise.all(
      people.flatMap((person, index) => [one(person, 700 + index), one(person, 2_000)]),
    );
    expect(highest.sum).toBeLessThanOrEqual(limit);
    const [reserved, settled] = await under.standing('micro_usd', 'tenant', tenant, day);
    expect([reserved, settled]).toEqual([0, spent.reduce((total, cost) => total + cost, 0)]);
    expect(settled).toBeLessThanOrEqual(limit);
    expect(spent).toContain(0);
    // What was not spent is there again: one more turn begins exactly where it still fits.
    const [first] = people;
    if (!first) throw new Error('nobody');
    const more = opening(first, { unit: 'micro_usd', amount: limit - settled });
    expect(await open(under.limiter, more)).toMatchObject({ kind: 'opened' });
    const tooMuch = opening(first, { unit: 'micro_usd', amount: 1 });
    await expect(open(under.limiter, tooMuch)).rejects.toMatchObject({ code: 'budget_exhausted' });
    // What everyone spends together is counted beside it.
    const [, all] = await under.standing('micro_usd', 'global', NIL_ID, day);
    expect(all).toBeGreaterThanOrEqual(settled);
  });
});
