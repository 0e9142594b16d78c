import { describe, expect, test } from 'vitest';
import { openCard, press } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import {
  aroundDecisions,
  codeOf,
  effects,
  LARGE,
  person,
  proposed,
  stateOf,
} from '#e2e/fixtures/decisions.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { signIn } from '#lib/commands/sign-in.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { newId } from '#lib/kernel/ids.ts';
import { findAccount, findLinkedAccount } from '#lib/stages/identity/find-account.ts';
import { makePerson as makeBarePerson } from '#scripts/test/make-person.ts';
import { beginErasure } from './begin-erasure.ts';

aroundDecisions();

/** The moment of it alone: the worker has not come by yet. */
const begin = (viewer: Viewer, conversationId?: string) =>
  beginErasure(viewer, {
    scope: conversationId === undefined ? 'account' : 'conversation',
    scopeId: conversationId ?? viewer.personId,
    tokenHash: Buffer.from(newId().replaceAll('-', '').repeat(2), 'hex'),
    requestId: newId(),
  });

describe('as soon as an erasure has begun', () => {
  test('nobody signs in to the account any more, by whichever way', async () => {
    const [gone, other] = [
      await makeBarePerson({ password: true }),
      await makeBarePerson({ password: true }),
    ];
    for (const { viewer } of [gone, other])
      await behindTheWalls(
        'INSERT INTO identity_link (person_id, tenant_id, issuer, subject) VALUES ($1, $2, $3, $4)',
        [viewer.personId, viewer.homeTenantId, 'https://issuer.test', viewer.personId],
      );
    const enter = ({ email, password }: typeof gone) =>
      codeOf(signIn({ email, password, address: '127.0.0.7', requestId: newId() }));
    const linked = ({ viewer }: typeof gone) => findLinkedAccount('https://issuer.test', viewer.personId);
    expect(await enter(gone)).toBe('done');
    expect(await linked(gone)).not.toBeNull();

    await begin(gone.viewer);
    expect(await enter(gone)).toBe('sign_in_failed');
    expect(await findAccount(gone.email)).toBeNull();
    expect(await linked(gone)).toBeNull();
    expect(await enter(other)).toBe('done');
    expect(await linked(other)).not.toBeNull();
  });

  test('of the account, nothing that was asked for takes effect, whoever agrees', async () => {
    const approver = await makePerson({ role: 'approver' });
    const code = await giveFactor(approver);
    const card = await proposed(LARGE);
    expect(await press(person, card)).toEqual({ status: 'confirmed' });
    const opened = await openCard(approver, card.approvalId);
    await begin(person.viewer);
    expect(await codeOf(press(approver, opened, { totp: await code() }))).toBe('no_longer_possible');
    expect(await codeOf(press(person, card))).toBe('no_session');
    expect(await effects()).toEqual([]);
  });

  test('of a conversation, nothing that was asked for in it takes effect', async () => {
    const card = await proposed();
    const [row] = await behindTheWalls<{ place: string }>(
      'SELECT conversation_id AS place FROM proposal WHERE id = $1',
      [card.approvalId],
    );
    await begin(person.viewer, row?.place);
    expect(await codeOf(press(person, card))).toBe('no_longer_possible');
    expect(await effects()).toEqual([]);
    expect(await stateOf(card.approvalId)).toMatchObject({ state: 'failed' });
  });
});
