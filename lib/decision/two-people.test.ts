import { beforeEach, describe, expect, test } from 'vitest';
import { openCard, press } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import {
  anotherPerson,
  aroundDecisions,
  auditedOf,
  codeOf,
  effects,
  LARGE,
  person,
  proposed,
  stateOf,
} from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { asReader, withViewer } from '#lib/kernel/db.ts';
import { listQueue } from '#lib/stages/approvals/list-queue.ts';

aroundDecisions();

describe('above the threshold', () => {
  let approver: Person;
  let code: () => Promise<string>;
  beforeEach(async () => {
    approver = await makePerson({ role: 'approver' });
    code = await giveFactor(approver);
  });
  const queued = (who = approver) =>
    withViewer(who.viewer, (tx) => listQueue(who.viewer, tx, { status: 'waiting' }));
  async function confirmed() {
    const card = await proposed(LARGE);
    expect(card.people).toBe(2);
    expect(await press(person, card)).toEqual({ status: 'confirmed' });
    return card;
  }

  test('the customer confirms, a finance approver countersigns with a second factor, and only then it happens', async () => {
    const card = await proposed(LARGE);
    expect((await queued()).map(({ approvalId }) => approvalId)).not.toContain(card.approvalId);
    await press(person, card);
    expect(await effects()).toEqual([]);
    const item = (await queued()).find(({ approvalId }) => approvalId === card.approvalId);
    expect(item).toMatchObject({ tool: 'refund', state: 'confirmed', amount: card.amount });
    const opened = await openCard(approver, card.approvalId);
    expect(opened).toMatchObject({ title: card.title, stepUp: true, reason: null, conversationId: null });
    expect(await press(approver, opened, { totp: await code() })).toMatchObject({ status: 'executed' });
    expect(await effects()).toMatchObject([
      { approver_id: approver.viewer.personId, amount_minor: String(card.amount?.amountMinor) },
    ]);
    expect(await auditedOf(card.approvalId)).toEqual([
      'approval.proposed refund',
      'approval.confirmed refund',
      'staff.opened ',
      'approval.executed refund',
    ]);
  });

  test('no code, a wrong one and one that was used leave it waiting', async () => {
    const first = await confirmed();
    const opened = await openCard(approver, first.approvalId);
    expect(await codeOf(press(approver, opened))).toBe('step_up_required');
    expect(await codeOf(press(approver, opened, { totp: '000000' }))).toBe('step_up_required');
    const used = await code();
    expect(await press(approver, opened, { totp: used })).toMatchObject({ status: 'executed' });
    await anotherPerson();
    const second = await confirmed();
    const again = await openCard(approver, second.approvalId);
    expect(await codeOf(press(approver, again, { totp: used }))).toBe('step_up_required');
    expect(await stateOf(second.approvalId)).toMatchObject({ state: 'confirmed' });
  });

  test('nobody is both: whoever asked confirms once and can only take it back', async () => {
    const card = await confirmed();
    const reopened = await openCard(person, card.approvalId);
    expect(await codeOf(press(person, reopened))).toBe('decided');
    expect(await press(person, reopened, { decision: 'reject' })).toEqual({ status: 'rejected' });
    expect(await stateOf(card.approvalId)).toEqual({ state: 'rejected', outcome: 'withdrawn' });
    expect(await effects()).toEqual([]);
  });

  test('an approver may say no', async () => {
    const card = await confirmed();
    const opened = await openCard(approver, card.approvalId);
    expect(await press(approver, opened, { decision: 'reject' })).toEqual({ status: 'rejected' });
    expect((await openCard(person, card.approvalId)).outcome).toContain('finance colleague decided against');
  });

  test('many approvers at once: one effect', async () => {
    const card = await confirmed();
    const approvers = await Promise.all(Array.from({ length: 6 }, () => makePerson({ role: 'approver' })));
    const presses = await Promise.all(
      approvers.map(async (one) => {
        const its = await giveFactor(one);
        return { one, opened: await openCard(one, card.approvalId), totp: await its() };
      }),
    );
    const codes = await Promise.all(
      presses.map(({ one, opened, totp }) => codeOf(press(one, opened, { totp }))),
    );
    expect(codes.toSorted()).toEqual(['decided', 'decided', 'decided', 'decided', 'decided', 'done']);
    expect(await effects()).toHaveLength(1);
  });

  test('an owner who was demoted before the countersignature asked for nothing', async () => {
    const card = await confirmed();
    await behindTheWalls(`UPDATE person SET role = 'member' WHERE id = $1`, [person.viewer.personId]);
    const opened = await openCard(approver, card.approvalId);
    expect(await codeOf(press(approver, opened, { totp: await code() }))).toBe('no_longer_possible');
    expect(await stateOf(card.approvalId)).toEqual({ state: 'failed', outcome: 'requester_not_eligible' });
    expect(await effects()).toEqual([]);
  });

  test('an approver who was demoted since decides nothing', async () => {
    const card = await confirmed();
    const opened = await openCard(approver, card.approvalId);
    await behindTheWalls(`UPDATE person SET role = 'agent' WHERE id = $1`, [approver.viewer.personId]);
    expect(await codeOf(press(approver, opened, { totp: await code() }))).toBe('no_session');
  });

  test('nobody else of the staff sees or decides it', async () => {
    const card = await confirmed();
    for (const role of ['agent', 'admin', 'auditor', 'trainer'] as const) {
      const other = await makePerson({ role });
      expect(await codeOf(openCard(other, card.approvalId)), role).toBe('not_found');
      expect(await codeOf(press(other, card)), role).toBe('not_found');
      expect(await codeOf(queued(other)), role).toBe('not_found');
    }
  });

  test('an approver sees nothing of a customer who asked for nothing that takes two', async () => {
    const bystander = await makePerson({ spec: 'acme' });
    const acting = { ...approver.viewer, actingTenantId: bystander.viewer.homeTenantId };
    const rows = await withViewer(acting, (tx) =>
      asReader(tx, () => tx.$queryRaw<unknown[]>`SELECT id FROM cs.invoice`),
    );
    expect(rows).toEqual([]);
  });
});
