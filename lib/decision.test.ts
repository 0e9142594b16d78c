import { describe, expect, test } from 'vitest';
import { openCard, press, proposeBy, REFUND_DUPLICATE, refundPaid } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import {
  aroundDecisions,
  auditedOf,
  codeOf,
  effects,
  executedBefore,
  LARGE,
  person,
  proposed,
  provider,
  stateOf,
} from '#e2e/fixtures/decisions.ts';
import { makePerson, signedIn } from '#e2e/fixtures/make-person.ts';
import { pause, resume } from '#e2e/fixtures/pause.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { toAppError } from '#lib/kernel/errors.ts';

aroundDecisions();

/** How often 50 people press at once: PRESS_ROUNDS=100 tries more. */
const PRESS_ROUNDS = Number(process.env.PRESS_ROUNDS || 4);

/** The code of a press; whom a busy machine tells to try again does so, as the page would. */
async function pressUntilAnswered(...pressed: Parameters<typeof press>): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const code = await press(...pressed).then(
      () => 'done',
      (error: unknown) => toAppError(error).code,
    );
    if (code !== 'busy') return code;
  }
  return 'busy';
}

describe('a press on approve', () => {
  test('carries out exactly what was shown, once, and the bill shows it', async () => {
    const before = await readLedger(person.viewer, (reader) => reader.balance());
    const card = await proposed();
    const decided = await press(person, card);
    expect(decided).toMatchObject({ status: 'executed' });
    const after = await readLedger(person.viewer, (reader) => reader.balance());
    expect(before.due.amountMinor - after.due.amountMinor).toBe(card.amount?.amountMinor);
    const [effect, ...more] = await effects();
    expect(more).toEqual([]);
    expect(effect).toMatchObject({
      proposal_id: card.approvalId,
      amount_minor: String(card.amount?.amountMinor),
      summary: decided.effect?.summary,
    });
    expect(await codeOf(press(person, card))).toBe('decided');
    expect(await auditedOf(card.approvalId)).toEqual([
      'approval.proposed refund',
      'approval.executed refund',
      'approval.refused decided',
    ]);
    expect((await openCard(person, card.approvalId)).nonce).toBeNull();
  });

  test('gives back what was paid, to the method that paid', async () => {
    const card = await proposed(refundPaid(2, { amount: '12.34' }));
    expect(card.title).toMatch(/€12\.34 of .*••••/);
    await press(person, card);
    const { refunds } = await readLedger(person.viewer, (reader) => reader.listPayments({}));
    expect(refunds[0]).toMatchObject({
      amount: { amountMinor: 1234, currency: 'EUR' },
      status: 'on_its_way',
    });
  });

  test.each([
    ['changes the plan', { name: 'change_plan', args: { plan: 'business' } }, 'Business'],
    ['adds seats', { name: 'change_seats', args: { change: 'add', count: 2 } }, '2'],
  ] as const)('%s', async (_what, change, shown) => {
    const card = await proposed({ change: () => change });
    expect(JSON.stringify(card)).toContain(shown);
    const before = await readLedger(person.viewer, (reader) => reader.plan());
    expect(await press(person, card)).toMatchObject({ status: 'executed' });
    expect(await readLedger(person.viewer, (reader) => reader.plan())).not.toEqual(before);
  });

  test('50 times at once: one effect, 49 times "decided", time after time', async () => {
    for (let round = 0; round < PRESS_ROUNDS; round += 1) {
      const who = round === 0 ? person : await makePerson({ spec: 'northwind' });
      const card = await proposed(REFUND_DUPLICATE, who);
      const codes = await Promise.all(Array.from({ length: 50 }, () => pressUntilAnswered(who, card)));
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(codes.filter((code) => code === 'decided')).toHaveLength(49);
      expect(await effects(who.viewer.homeTenantId)).toHaveLength(1);
    }
  });

  test('by someone else, of this tenant or another, finds nothing; from another session of the same person it is decided', async () => {
    const card = await proposed();
    const stranger = await makePerson({ spec: 'acme' });
    expect(await codeOf(press(stranger, card))).toBe('not_found');
    expect(await codeOf(openCard(stranger, card.approvalId))).toBe('not_found');
    const approver = await makePerson({ role: 'approver' });
    expect(await codeOf(press(approver, card))).toBe('not_found');
    await press(person, card);
    expect(await codeOf(press(stranger, card))).toBe('not_found');
    const elsewhere = await signedIn(person.viewer, person.email);
    expect(await codeOf(press(elsewhere, card))).toBe('decided');
  });

  test('with a hash of another card does nothing, and the card waits on', async () => {
    const card = await proposed();
    const other = await proposed(refundPaid(3, { amount: '1' }));
    expect(await codeOf(press(person, card, { displayHash: other.displayHash }))).toBe('swapped');
    expect(await codeOf(press(person, card, { displayHash: 'f'.repeat(64) }))).toBe('swapped');
    expect(await stateOf(card.approvalId)).toMatchObject({ state: 'pending' });
    expect(await press(person, card)).toMatchObject({ status: 'executed' });
  });

  test('needs a nonce of this viewer for this card, unused and fresh', async () => {
    const card = await proposed();
    const other = await proposed(refundPaid(3, { amount: '1' }));
    expect(await codeOf(press(person, card, { nonce: other.nonce ?? '' }))).toBe('expired');
    expect(await codeOf(press(person, card, { nonce: 'x'.repeat(43) }))).toBe('expired');
    await moveClock('11 minutes');
    expect(await codeOf(press(person, card))).toBe('expired');
    expect(await press(person, await openCard(person, card.approvalId))).toMatchObject({
      status: 'executed',
    });
  });

  test('after its time is up ends the proposal', async () => {
    const card = await proposed();
    await moveClock('31 minutes');
    expect((await openCard(person, card.approvalId)).state).toBe('expired');
    expect(await codeOf(press(person, card))).toBe('expired');
    expect(await stateOf(card.approvalId)).toEqual({ state: 'expired', outcome: 'expired' });
    expect(await codeOf(press(person, card))).toBe('decided');
  });

  test('while paused leaves it waiting', async () => {
    const card = await proposed();
    await pause('tool', 'refund');
    expect(await codeOf(press(person, card))).toBe('paused');
    expect(await stateOf(card.approvalId)).toMatchObject({ state: 'pending' });
    await resume();
    expect(await press(person, card)).toMatchObject({ status: 'executed' });
  });

  test('after the facts moved is refused, and asks to be asked again', async () => {
    const card = await proposed(refundPaid(2, { amount: '5' }));
    const other = await proposed(refundPaid(2, { amount: '6' }));
    await press(person, other);
    expect(await codeOf(press(person, card))).toBe('changed');
    expect(await stateOf(card.approvalId)).toEqual({ state: 'void', outcome: 'changed' });
  });

  test('for what was given back meanwhile is no longer possible', async () => {
    const card = await proposed();
    const twin = await proposed();
    await press(person, twin);
    expect(await codeOf(press(person, card))).toBe('no_longer_possible');
    expect(await stateOf(card.approvalId)).toMatchObject({ state: 'failed' });
    expect((await effects()).length).toBe(1);
  });

  test('by an owner who was demoted since is refused', async () => {
    const card = await proposed();
    await behindTheWalls(`UPDATE person SET role = 'member' WHERE id = $1`, [person.viewer.personId]);
    expect(await codeOf(press(person, card))).toBe('no_session');
    const member = await signedIn({ ...person.viewer, role: 'member' }, person.email);
    expect(await codeOf(press(member, card))).toBe('not_eligible');
    expect(await effects()).toEqual([]);
  });

  test('under rules that changed since is asked again', async () => {
    const card = await proposed();
    await behindTheWalls(`ALTER TABLE proposal DISABLE TRIGGER proposal_moves`);
    await behindTheWalls(`UPDATE proposal SET policy_version = 'old' WHERE id = $1`, [card.approvalId]);
    await behindTheWalls(`ALTER TABLE proposal ENABLE TRIGGER proposal_moves`);
    expect(await codeOf(press(person, card))).toBe('changed');
    expect(await stateOf(card.approvalId)).toEqual({ state: 'void', outcome: 'rules_changed' });
  });

  test('on a card that was altered where it is stored does nothing', async () => {
    const card = await proposed();
    await behindTheWalls(
      `UPDATE proposal_card SET arguments = replace(arguments, '"amountMinor":', '"amountMinor":1') WHERE proposal_id = $1`,
      [card.approvalId],
    );
    expect(await codeOf(press(person, card))).toBe('internal');
    expect(await effects()).toEqual([]);
  });

  test('above an amount has to come with the amount, typed', async () => {
    const card = await proposed(LARGE);
    expect(card.typeAmount).not.toBeNull();
    expect(await codeOf(press(person, card, { typedAmount: '1' }))).toBe('malformed');
    expect(await codeOf(press(person, card, { typedAmount: '' }))).toBe('malformed');
    expect(await press(person, card)).toMatchObject({ status: 'confirmed' });
  });

  test('stays within the daily cap, also when the card was drawn before the cap was reached', async () => {
    const card = await proposed(refundPaid(2, { amount: '6' }));
    await executedBefore(person, 49_500);
    expect(await codeOf(press(person, card))).toBe('no_longer_possible');
    expect(await stateOf(card.approvalId)).toEqual({ state: 'failed', outcome: 'over_limit' });
    const { card: next, turn } = await proposeBy(provider, person, refundPaid(2, { amount: '6' }));
    expect(next).toBeUndefined();
    expect(JSON.stringify(turn.tools.at(-1))).toContain('more than can be given back in a day');
  });
});

describe('a press on reject', () => {
  test('ends the proposal and changes nothing', async () => {
    const card = await proposed();
    expect(await press(person, card, { decision: 'reject' })).toEqual({ status: 'rejected' });
    expect(await codeOf(press(person, card))).toBe('decided');
    expect(await effects()).toEqual([]);
    expect((await openCard(person, card.approvalId)).outcome).toContain('Nothing was changed');
  });
});

describe('small refunds of one day', () => {
  test('take a second person once they add up to the threshold', async () => {
    await press(person, await proposed(refundPaid(2, { amount: '29' })));
    await press(person, await proposed(refundPaid(3, { amount: '29' })));
    const third = await proposed(refundPaid(4, { amount: '2.01' }));
    expect(third.people).toBe(2);
    expect(await press(person, third)).toMatchObject({ status: 'confirmed' });
    expect((await effects()).length).toBe(2);
  });

  test('may add up to the threshold exactly', async () => {
    await press(person, await proposed(refundPaid(2, { amount: '29' })));
    await press(person, await proposed(refundPaid(3, { amount: '29' })));
    const third = await proposed(refundPaid(4, { amount: '2' }));
    expect(third.people).toBe(1);
    expect(await press(person, third)).toMatchObject({ status: 'executed' });
  });

  test('count for the customer, whichever owner takes them', async () => {
    const [member] = await behindTheWalls<{ id: string; email: string }>(
      `UPDATE person SET role = 'owner' WHERE tenant_id = $1 AND role = 'member' RETURNING id, email`,
      [person.viewer.homeTenantId],
    );
    const other = await signedIn({ ...person.viewer, personId: member?.id ?? '' }, member?.email ?? '');
    await press(person, await proposed(refundPaid(2, { amount: '29' })));
    const { card } = await proposeBy(provider, other, refundPaid(3, { amount: '35' }));
    expect(card?.people).toBe(2);
  });

  test('that were all drawn before the first was approved are asked again', async () => {
    const cards = [];
    for (const back of [2, 3, 4]) cards.push(await proposed(refundPaid(back, { amount: '28' })));
    const answers = await Promise.all(cards.map((card) => codeOf(press(person, card))));
    expect(answers.filter((code) => code === 'changed').length).toBe(1);
    expect((await effects()).length).toBe(2);
    const outcomes = await Promise.all(cards.map(({ approvalId }) => stateOf(approvalId)));
    expect(outcomes).toContainEqual({ state: 'void', outcome: 'takes_two' });
  });

  test('count no more after a day', async () => {
    await press(person, await proposed(refundPaid(2, { amount: '29' })));
    await press(person, await proposed(refundPaid(3, { amount: '29' })));
    await moveClock('25 hours');
    expect((await proposed(refundPaid(4, { amount: '20' }))).people).toBe(1);
  });
});

describe('who is told', () => {
  const mails = () =>
    behindTheWalls<{ recipient: string; template: string; body: string }>(
      'SELECT recipient, template, body FROM outbox_mail WHERE tenant_id = $1',
      [person.viewer.homeTenantId],
    );

  test('the old billing address, before a new one takes over', async () => {
    const { customer } = await readLedger(person.viewer, (reader) => reader.details());
    const card = await proposed({
      change: () => ({ name: 'change_billing_contact', args: { email: 'new@studio.test' } }),
    });
    expect(await mails()).toEqual([]);
    await press(person, card);
    expect(await mails()).toMatchObject([
      {
        recipient: customer.email,
        template: 'contact_change_notice',
        body: expect.stringContaining('new@studio.test'),
      },
    ]);
    const after = await readLedger(person.viewer, (reader) => reader.details());
    expect(after.customer.email).toBe(customer.email);
  });

  test('the billing address, of money that comes back', async () => {
    const card = await proposed(refundPaid(2, { amount: '12.34' }));
    await press(person, card);
    expect(await mails()).toMatchObject([
      { template: 'refund_notice', body: expect.stringContaining('€12.34') },
    ]);
  });
});
