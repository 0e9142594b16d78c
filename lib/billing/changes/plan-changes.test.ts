import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabases, databaseUrl } from '#lib/kernel/db.ts';
import type { ChangeRequest, Viewer } from '#lib/kernel/ports.ts';
import { moveTestClock } from '#scripts/test/test-clock.ts';
import { change, draft, drafted, freshOwner, read, writtenBy } from './decided.test-data.ts';

const moveClock = (by: string) => moveTestClock(databaseUrl('owner'), by);
let owner: Viewer;
beforeEach(async () => {
  owner = await freshOwner();
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

const plan = () => read(owner, (reader) => reader.plan());
const upcoming = () => read(owner, (reader) => reader.upcoming());
const descriptions = async () => (await upcoming()).lines.map(({ description }) => description);
const writes = (request: ChangeRequest) => writtenBy(owner.homeTenantId, () => change(owner, request));
const business = { tool: 'change_plan', plan: 'business' } as const;
const starter = { tool: 'change_plan', plan: 'starter' } as const;

async function linesOf(request: ChangeRequest): Promise<Record<string, string>> {
  const { lines } = await drafted(owner, request);
  return Object.fromEntries(lines.map(({ label, value }) => [label, value]));
}

describe('a larger plan', () => {
  it('runs at once, and its rest of the month comes with the next invoice', async () => {
    expect(await linesOf(business)).toMatchObject({
      Plan: 'Team → Business',
      'Price a month, before tax': '€79.00 → €199.00',
      Difference: '€120.00 more a month',
      'API calls included': '10,000 → 20,000 a month',
    });
    expect(await writes(business)).toEqual(['+history', '~subscription']);
    expect(await plan()).toMatchObject({ code: 'business', next: null });
    expect((await plan()).changes[0]).toMatchObject({ kind: 'upgraded', by: 'the owner' });
    expect(await descriptions()).toContain('Proration: Team to Business');
    const { lines, tax, estimatedTotal } = await upcoming();
    const sum = lines.reduce((all, { amount }) => all + amount.amountMinor, 0);
    expect(sum + tax.amountMinor).toBe(estimatedTotal.amountMinor);
    expect(await draft(owner, business)).toBe('same_already');
  });
});

describe('a card that waits', () => {
  it.each([
    ['an end', { tool: 'cancel_plan' }],
    ['a pause', { tool: 'pause_plan' }],
    ['another plan', business],
  ] as const)('for %s rests on the seats there were', async (_what, request) => {
    const before = await drafted(owner, request);
    expect((await drafted(owner, request)).resource).toEqual(before.resource);
    await change(owner, { tool: 'change_seats', change: 'add', count: 1 });
    expect((await drafted(owner, request)).resource.version).not.toBe(before.resource.version);
  });
});

describe('a smaller plan', () => {
  it('begins when the plan renews, in every reader, and enters the history with the next change', async () => {
    expect(await writes(starter)).toEqual(['~subscription']);
    const agreed = await plan();
    expect(agreed).toMatchObject({ code: 'team', next: { what: 'Starter', on: agreed.renewsOn } });
    expect(await descriptions()).toContain('Starter plan');
    expect((await upcoming()).events.map(({ description }) => description)).toContain(
      'The plan changes from Team to Starter',
    );
    expect(await draft(owner, starter)).toBe('same_already');
    await moveClock('32 days');
    const later = await plan();
    expect(later).toMatchObject({ code: 'starter', next: null });
    expect(later.changes[0]).toMatchObject({ kind: 'downgraded', on: agreed.renewsOn });
    expect(await writes(business)).toEqual(['+history', '+history', '~subscription']);
    expect((await plan()).changes.map(({ kind }) => kind).slice(0, 2)).toEqual(['upgraded', 'downgraded']);
  });

  it('can be taken back, by resuming or by keeping the plan, or replaced, which the card says', async () => {
    for (const back of [{ tool: 'resume_plan' }, { tool: 'change_plan', plan: 'team' }] as const) {
      await change(owner, starter);
      expect((await linesOf(back))['Takes back']).toMatch(/^the change to Starter on /);
      expect(await writes(back)).toEqual(['+history', '~subscription']);
      expect(await plan()).toMatchObject({ code: 'team', next: null });
    }
    await change(owner, starter);
    expect((await linesOf({ tool: 'cancel_plan' }))['Instead of']).toMatch(/^the change to Starter on /);
  });
});

describe('a plan that stops', () => {
  it.each([
    ['cancel_plan', 'cancelled', 'The Team plan ends'],
    ['pause_plan', 'paused', 'The Team plan is paused'],
  ] as const)(
    '%s: runs until it would renew, and can be taken back until then',
    async (tool, status, event) => {
      expect(await writes({ tool })).toEqual(['+history', '~subscription']);
      expect(await plan()).toMatchObject({ status: 'active', next: { what: status } });
      expect(await descriptions()).not.toContain('Team plan');
      expect((await upcoming()).events.map(({ description }) => description)).toContain(event);
      expect(await draft(owner, { tool })).toBe('same_already');
      await change(owner, { tool: 'resume_plan' });
      expect(await plan()).toMatchObject({ status: 'active', next: null });
      expect(await draft(owner, { tool: 'resume_plan' })).toBe('same_already');
      await change(owner, { tool });
      await moveClock('32 days');
      expect(await plan()).toMatchObject({ status, next: null });
      expect(await draft(owner, business)).toBe('not_active');
      expect(await draft(owner, { tool: 'change_seats', change: 'add', count: 1 })).toBe('not_active');
    },
  );

  it('comes back from a pause, and not from its end', async () => {
    await change(owner, { tool: 'pause_plan' });
    await moveClock('32 days');
    expect(await writes({ tool: 'resume_plan' })).toEqual(['+history', '~subscription']);
    expect(await plan()).toMatchObject({ status: 'active', next: null });
    await change(owner, { tool: 'cancel_plan' });
    await moveClock('70 days');
    expect(await draft(owner, { tool: 'resume_plan' })).toBe('not_active');
    expect(await draft(owner, { tool: 'pause_plan' })).toBe('not_active');
  });
});

describe('seats', () => {
  const seats = (kind: 'add' | 'remove', count: number) =>
    ({ tool: 'change_seats', change: kind, count }) as const;

  it('are added with the next numbers, charged from the next month', async () => {
    expect(await linesOf(seats('add', 2))).toMatchObject({
      New: 'Design desk 9, Design desk 10',
      Seats: '7 → 9, 3 of them included',
      Difference: '€24.00 more a month',
    });
    expect(await writes(seats('add', 2))).toEqual(['+history', '+seat', '+seat']);
    expect(await descriptions()).toContain('6 additional seats');
  });

  it('are removed newest first, at the end of the month', async () => {
    expect((await linesOf(seats('remove', 2))).Removed).toBe('Design desk 8, Design desk 7');
    expect(await writes(seats('remove', 2))).toEqual(['+history', '~seat', '~seat']);
    expect(await descriptions()).toContain('2 additional seats');
    expect((await linesOf(seats('remove', 1))).Removed).toBe('Design desk 5');
  });

  it('are never fewer than one and never more than fifty', async () => {
    expect(await draft(owner, seats('remove', 7))).toBe('no_seats_left');
    expect(await draft(owner, seats('add', 21))).toBe('too_many_seats');
    expect(await draft(owner, seats('add', 0))).toBe('below_minimum');
    await change(owner, seats('add', 20));
    await change(owner, seats('add', 20));
    expect(await draft(owner, seats('add', 4))).toBe('too_many_seats');
    expect((await linesOf(seats('add', 3))).New).toBe('Design desk 49, Design desk 50, Design desk 51');
    expect((await linesOf({ ...seats('remove', 6) })).Removed).toMatch(/^Design desk 48, /);
  });
});
