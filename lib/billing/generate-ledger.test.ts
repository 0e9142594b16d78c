import { describe, expect, it } from 'vitest';
import { PLANS } from './catalogue.ts';
import { addDays, dayOfMonth, daysBetween, monthOf } from './days.ts';
import { generateLedger } from './generate-ledger.ts';
import type { InvoiceRow, Ledger } from './ledger-rows.ts';
import { taxOn } from './tax.ts';
import { ALL_TENANT_SPECS, TENANT_SPECS, type TenantSpec } from './tenant-specs.ts';

const TENANT = '0198c0de-0000-7000-8000-000000000001';
const DAYS = 400;
/** Windows of 400 days, one of them over a leap day. */
const WINDOWS = [
  { spec: TENANT_SPECS.northwind, slug: 'northwind', start: '2027-09-15' },
  { spec: TENANT_SPECS.acme, slug: 'acme', start: '2026-11-01' },
];

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
const standing = (ledger: Ledger) => ledger.invoices.filter(({ status }) => status !== 'void').toReversed();

function twoLatest(ledger: Ledger): [InvoiceRow, InvoiceRow] {
  const [latest, previous] = standing(ledger);
  if (!latest || !previous) throw new Error('A ledger has at least two invoices.');
  return [latest, previous];
}

function linesOf(ledger: Ledger, invoice: InvoiceRow) {
  return ledger.lines.filter(({ invoiceId }) => invoiceId === invoice.id);
}

/** Why the latest invoice is higher, by name. */
function reasonsForMore(ledger: Ledger): string[] {
  const [latest, previous] = twoLatest(ledger);
  const total = (invoice: InvoiceRow, kind: string) =>
    sum(
      linesOf(ledger, invoice)
        .filter((line) => line.kind === kind)
        .map(({ amountMinor }) => amountMinor),
    );
  return ['plan', 'seat', 'usage', 'proration', 'discount'].filter(
    (kind) => total(latest, kind) > total(previous, kind),
  );
}

function checkStory(ledger: Ledger, spec: TenantSpec, today: string): void {
  const [latest, previous] = twoLatest(ledger);
  expect(latest.totalMinor).toBeGreaterThan(previous.totalMinor);
  expect(reasonsForMore(ledger)).toEqual(['plan', 'seat', 'usage', 'proration', 'discount']);

  expect(latest.issuedOn <= today).toBe(true);
  const dueSoon = ledger.invoices.filter(
    ({ status, dueOn }) =>
      status === 'open' && daysBetween(today, dueOn) >= 0 && daysBetween(today, dueOn) <= 10,
  );
  expect(dueSoon).toEqual([latest]);

  const retrying = ledger.payments.filter(({ status }) => status === 'retrying');
  expect(retrying).toHaveLength(1);
  expect(retrying[0]).toMatchObject({
    invoiceId: previous.id,
    amountMinor: previous.totalMinor,
    nextRetryOn: addDays(today, 3),
  });
  const attempts = ledger.attempts.filter(({ paymentId }) => paymentId === retrying[0]?.id);
  expect(attempts.length).toBeGreaterThan(1);
  expect(attempts.every(({ succeeded, attemptedOn }) => !succeeded && attemptedOn < today)).toBe(true);
  expect(previous.dueOn < today).toBe(true);

  const seen = linesOf(ledger, latest)
    .filter(({ kind }) => kind === 'seat')
    .map(({ seatId, periodStart, periodEnd }) => `${seatId} ${periodStart} ${periodEnd}`);
  expect(seen.length - new Set(seen).size).toBe(1);
  for (const invoice of ledger.invoices) {
    if (invoice === latest) continue;
    const seats = linesOf(ledger, invoice).flatMap(({ seatId }) => seatId ?? []);
    if (new Set(seats).size !== seats.length) expect.fail(`${invoice.number} bills a seat twice on ${today}`);
  }

  const prorations = ledger.lines.filter(({ kind }) => kind === 'proration');
  const upgrade = ledger.changes.find(({ kind }) => kind === 'upgraded');
  expect(prorations).toHaveLength(1);
  expect(prorations[0]).toMatchObject({
    invoiceId: latest.id,
    changeId: upgrade?.id,
    periodStart: upgrade?.changedOn,
  });
  expect(dayOfMonth(upgrade?.changedOn ?? '2000-01-01')).toBeGreaterThan(5);
  expect(monthOf(upgrade?.changedOn ?? '')).toBe(monthOf(previous.issuedOn));
  expect(upgrade).toMatchObject({ fromPlan: spec.plan, toPlan: ledger.subscription.planCode });

  const ended = ledger.promotions.filter(({ endsOn }) => endsOn < today && daysBetween(endsOn, today) <= 31);
  expect(ended).toHaveLength(1);
  expect(linesOf(ledger, previous).some(({ promotionId }) => promotionId === ended[0]?.id)).toBe(true);
  expect(linesOf(ledger, latest).some(({ kind }) => kind === 'discount')).toBe(false);

  const unused = ledger.credits.filter(({ remainingMinor }) => remainingMinor > 0);
  expect(unused).toHaveLength(1);
  expect(unused[0]?.remainingMinor).toBe(unused[0]?.grantedMinor);
  expect((unused[0]?.grantedOn ?? '9') <= today && (unused[0]?.expiresOn ?? '0') > today).toBe(true);

  expect(ledger.invoices.filter(({ status }) => status === 'void')).toHaveLength(1);
  const coming = ledger.refunds.filter(({ status }) => status === 'on_its_way');
  expect(coming).toHaveLength(1);
  expect(coming[0]?.requestedOn).toBe(addDays(today, -4));
  expect((coming[0]?.expectedOn ?? '') > today).toBe(true);
}

function checkSums(ledger: Ledger): void {
  const stored: number[][] = [];
  const added: number[][] = [];
  for (const invoice of ledger.invoices) {
    const lines = linesOf(ledger, invoice);
    const amounts = (wanted: (kind: string) => boolean) =>
      sum(lines.filter(({ kind }) => wanted(kind)).map(({ amountMinor }) => amountMinor));
    const payments = ledger.payments.filter(
      ({ invoiceId, status }) => invoiceId === invoice.id && status === 'succeeded',
    );
    const refunds = ledger.refunds.filter(({ invoiceId }) => invoiceId === invoice.id);
    const {
      subtotalMinor,
      discountMinor,
      creditMinor,
      taxMinor,
      totalMinor,
      paidMinor,
      dueMinor,
      refundedMinor,
    } = invoice;
    stored.push([
      subtotalMinor,
      discountMinor,
      creditMinor,
      taxMinor,
      totalMinor,
      dueMinor,
      paidMinor,
      refundedMinor,
    ]);
    added.push([
      amounts((kind) => kind !== 'discount' && kind !== 'credit'),
      amounts((kind) => kind === 'discount'),
      amounts((kind) => kind === 'credit'),
      taxOn(subtotalMinor + discountMinor, invoice.taxRatePpm),
      subtotalMinor + discountMinor + creditMinor + taxMinor,
      invoice.status === 'void' ? 0 : totalMinor - paidMinor,
      sum(payments.map(({ amountMinor }) => amountMinor)),
      sum(refunds.map(({ amountMinor }) => amountMinor)),
    ]);
  }
  expect(stored).toEqual(added);
  expect(ledger.invoices.every(({ refundedMinor, paidMinor }) => refundedMinor <= paidMinor)).toBe(true);
  const whole = ledger.lines.every(
    ({ amountMinor, quantity, unitAmountMinor }) =>
      Number.isSafeInteger(amountMinor) &&
      (unitAmountMinor === null || amountMinor === quantity * unitAmountMinor),
  );
  expect(whole).toBe(true);
  for (const credit of ledger.credits) {
    const used = ledger.lines.filter(({ creditId }) => creditId === credit.id);
    expect(credit.grantedMinor - credit.remainingMinor).toBe(
      0 - sum(used.map(({ amountMinor }) => amountMinor)),
    );
  }
}

/** Nothing has happened tomorrow, and nothing twice under one name. */
function checkOrder(ledger: Ledger, spec: TenantSpec, today: string): void {
  const past = [
    ...ledger.usage.map(({ usedOn }) => usedOn),
    ...ledger.invoices.flatMap(({ issuedOn, paidOn }) => [issuedOn, paidOn]),
    ...ledger.payments.flatMap(({ settledOn }) => settledOn),
    ...ledger.attempts.map(({ attemptedOn }) => attemptedOn),
    ...ledger.refunds.flatMap(({ requestedOn, completedOn }) => [requestedOn, completedOn]),
    ...ledger.changes.map(({ changedOn }) => changedOn),
  ];
  expect(past.every((day) => day === null || day <= today)).toBe(true);
  const ids = [
    ...ledger.invoices,
    ...ledger.lines,
    ...ledger.payments,
    ...ledger.refunds,
    ...ledger.credits,
    ...ledger.seats,
    ...ledger.changes,
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const numbers = ledger.invoices.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(ledger.invoices).toHaveLength(spec.months + 1);
  const usedDays = new Set(ledger.usage.map(({ usedOn, meter }) => `${meter} ${usedOn}`));
  expect(usedDays.size).toBe(ledger.usage.length);
  expect(usedDays.has(`api_calls ${today}`) && usedDays.has(`storage_gb ${today}`)).toBe(true);
}

describe('the generated ledger', () => {
  it.each(WINDOWS)(
    'tells its story and adds up on 400 consecutive days from $start ($slug)',
    ({ spec, start }) => {
      for (let index = 0; index < DAYS; index += 1) {
        const today = addDays(start, index);
        const ledger = generateLedger({ tenantId: TENANT, spec, today, seed: 1 });
        checkStory(ledger, spec, today);
        checkSums(ledger);
        checkOrder(ledger, spec, today);
      }
    },
  );

  it.each(['2028-02-29', '2027-01-01', '2026-12-31', '2027-03-31', '2027-02-28', '2026-11-20'])(
    'tells its story for every customer on %s',
    (today) => {
      for (const [index, spec] of ALL_TENANT_SPECS.entries()) {
        const ledger = generateLedger({ tenantId: TENANT, spec, today, seed: index + 10 });
        checkStory(ledger, spec, today);
        checkSums(ledger);
        checkOrder(ledger, spec, today);
      }
    },
  );

  it('is the same for the same input', () => {
    const input = { tenantId: TENANT, spec: TENANT_SPECS.acme, today: '2026-11-20', seed: 7 };
    expect(generateLedger(input)).toEqual(generateLedger(input));
  });

  it('keeps the names and figures of a month from one day to the next', () => {
    const on = (today: string) =>
      generateLedger({ tenantId: TENANT, spec: TENANT_SPECS.northwind, today, seed: 1 });
    const figures = (ledger: Ledger) =>
      ledger.invoices.map(({ id, number, totalMinor }) => ({ id, number, totalMinor }));
    expect(figures(on('2026-11-03'))).toEqual(figures(on('2026-11-28')));
  });

  it('charges for a mid-month upgrade exactly the rest of both prices', () => {
    const ledger = generateLedger({
      tenantId: TENANT,
      spec: TENANT_SPECS.northwind,
      today: '2026-11-20',
      seed: 1,
    });
    const line = ledger.lines.find(({ kind }) => kind === 'proration');
    const days = daysBetween(line?.periodStart ?? '', '2026-10-31') + 1;
    const exact = ((PLANS.team.pricePerMonth.EUR - PLANS.starter.pricePerMonth.EUR) * days) / 31;
    expect(Math.abs((line?.amountMinor ?? 0) - exact)).toBeLessThan(1.01);
  });

  it('carries hostile memos on three invoices, none of them recent', () => {
    const hostile = Object.values(TENANT_SPECS).flatMap((spec) => {
      const ledger = generateLedger({ tenantId: TENANT, spec, today: '2026-11-20', seed: 1 });
      return standing(ledger).flatMap(({ memo }, back) =>
        /ignore previous|attacker\.test/.test(memo ?? '') ? [back] : [],
      );
    });
    expect(hostile).toEqual([5, 9, 6]);
  });
});
