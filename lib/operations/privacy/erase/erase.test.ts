import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { proposeBy, REFUND_DUPLICATE } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person, signedIn } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { putOnHold } from '#e2e/fixtures/put-on-hold.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { openHandover } from '#lib/commands/open-handover.ts';
import type { EraseRequest } from '#lib/contract/privacy.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { signingKey } from '#lib/kernel/receipt/signing-key.ts';
import { verifyReceipt } from '#lib/kernel/receipt/verify-receipt.ts';
import { saveFeedback } from '#lib/stages/history/feedback/save-feedback.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { verifySession } from '#lib/stages/identity/verify-session.ts';
import { makePerson as makeBarePerson } from '#scripts/test/make-person.ts';
import { rowsOf } from '#e2e/fixtures/rows-of.ts';
import { erase } from './erase.ts';
import { previewErasure } from './preview-erasure.ts';
import { readReceipt } from './read-receipt.ts';

const now = () => Math.floor(Date.now() / 1000);
const ACCOUNT = (person: { email: string }): EraseRequest => ({ scope: 'account', confirm: person.email });

type Who = Pick<Person, 'viewer' | 'email'>;
function ask(person: Who, request: EraseRequest, signedInAtS = now()) {
  const { email } = person;
  return erase(person.viewer, { request, email, signedInAtS, address: '127.0.0.9', requestId: newId() });
}

let provider: Awaited<ReturnType<typeof startProviderInUse>> | undefined;
afterEach(async () => {
  await provider?.close();
  provider = undefined;
});
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

describe('an account that is erased', () => {
  test('leaves nothing behind but what the receipt says has to stay, and nobody in any session', async () => {
    provider = await startProviderInUse();
    const person = await makePerson({ spec: 'northwind' });
    const { personId } = person.viewer;
    await proposeBy(provider, person, REFUND_DUPLICATE);
    const { conversationId, answerMessageId } = await storeTurn(person, { text: 'A secret of mine' });
    await openHandover(person.viewer, { conversationId, summary: 'Please help' }, newId());
    const liked = { messageId: answerMessageId, verdict: 'up', words: 'A secret opinion' } as const;
    await withViewer(person.viewer, (tx) => saveFeedback(person.viewer, tx, liked));
    await behindTheWalls('INSERT INTO keep_choice (person_id, tenant_id, days) VALUES ($1, $2, 30)', [
      personId,
      person.viewer.homeTenantId,
    ]);
    const code = await giveFactor(person);
    const before = await rowsOf(personId);
    expect(before).toMatchObject({
      conversation: 2,
      data_key: 4,
      support_case: 1,
      second_factor: 1,
      proposal: 1,
    });

    const erased = await ask(person, { ...ACCOUNT(person), code: await code() });
    expect(Object.keys(await rowsOf(personId))).toEqual([
      'audit_entry',
      'erasure',
      'proposal',
      'proposal_card',
      'usage_entry',
    ]);
    expect(await verifySession(person.session)).toBeNull();
    const [stub] = await behindTheWalls('SELECT email, label FROM person WHERE id = $1', [personId]);
    expect(stub).toEqual({ email: `erased-${personId}@erased.test`, label: 'Erased account' });
    const [waiting] = await behindTheWalls(
      'SELECT state, outcome, (SELECT reason FROM proposal_card c WHERE c.proposal_id = p.id) FROM proposal p WHERE person_id = $1',
      [personId],
    );
    expect(waiting).toEqual({ state: 'void', outcome: 'withdrawn', reason: null });

    const { receipt } = erased;
    expect(receipt).toMatchObject({
      scope: 'account',
      subjectId: personId,
      removed: {
        conversations: 2,
        messages: 6,
        feedback: 1,
        choices: 1,
        cases: 1,
        factors: 1,
        changes_withdrawn: 1,
      },
    });
    expect(receipt?.destroyedKeys.map(({ scope }) => scope).toSorted()).toEqual([
      'case',
      'conversation',
      'conversation',
      'person',
    ]);
    expect(verifyReceipt(receipt, signingKey().published.publicKey)).toBe('genuine');
    expect((await readReceipt(erased.receiptToken)).receipt).toEqual(receipt);
    const log = await behindTheWalls<{ action: string }>(
      "SELECT action FROM audit_entry WHERE person_id = $1 AND action LIKE 'privacy.%' ORDER BY at, id",
      [personId],
    );
    expect(log.map(({ action }) => action)).toEqual(['privacy.erasure_begun', 'privacy.erased']);
  }, 120_000);

  test('takes nobody else with it', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    await storeTurn(person, { text: 'Mine' });
    await storeTurn(other, { text: 'Theirs' });
    const before = await rowsOf(other.viewer.personId);
    await ask(person, ACCOUNT(person));
    expect(await rowsOf(other.viewer.personId)).toEqual(before);
    expect(await verifySession(other.session)).not.toBeNull();
  });
});

describe('a conversation that is erased', () => {
  test('goes with its key and its receipt says so; the others stay readable', async () => {
    const person = await makePerson();
    const gone = await storeTurn(person, { text: 'Gone' });
    const kept = await storeTurn(person, { text: 'Kept' });
    const scope = { scope: 'conversation', conversationId: gone.conversationId, confirm: 'erase' } as const;
    const { receipt } = await ask(person, scope);
    expect(receipt).toMatchObject({
      scope: 'conversation',
      subjectId: gone.conversationId,
      removed: { conversations: 1, messages: 2, turns: 1, keys: 1 },
    });
    expect(
      await behindTheWalls('SELECT id FROM message WHERE conversation_id = $1', [gone.conversationId]),
    ).toEqual([]);
    expect(
      await behindTheWalls('SELECT id FROM message WHERE conversation_id = $1', [kept.conversationId]),
    ).toHaveLength(2);
    expect(await verifySession(person.session)).not.toBeNull();
    expect(await codeOf(ask(person, scope))).toBe('not_found');
  });

  test('is not another person’s', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const { conversationId } = await storeTurn(other, { text: 'Theirs' });
    const before = await rowsOf(other.viewer.personId);
    expect(await codeOf(ask(person, { scope: 'conversation', conversationId, confirm: 'erase' }))).toBe(
      'not_found',
    );
    expect(await rowsOf(other.viewer.personId)).toEqual(before);
  });
});

describe('an erasure asks', () => {
  test('for the right words, and changes nothing without them', async () => {
    const person = await makePerson();
    expect(await codeOf(ask(person, { scope: 'account', confirm: 'yes' }))).toBe('malformed');
    expect(await verifySession(person.session)).not.toBeNull();
  });

  test('for a sign-in of the last five minutes, or the password again', async () => {
    const { viewer, email, password } = await makeBarePerson({ password: true });
    const person = await signedIn(viewer, email);
    const sixMinutesAgo = now() - 6 * 60;
    const shown = await withViewer(viewer, (tx) =>
      previewErasure(viewer, tx, { conversationId: null, email, signedInAtS: sixMinutesAgo }),
    );
    expect(shown).toMatchObject({ proof: 'password', confirm: email, held: false });
    expect(await codeOf(ask(person, ACCOUNT(person), sixMinutesAgo))).toBe('step_up_required');
    expect(await codeOf(ask(person, { ...ACCOUNT(person), password: 'not it' }, sixMinutesAgo))).toBe(
      'step_up_required',
    );
    expect(await verifySession(person.session)).not.toBeNull();
    expect((await ask(person, { ...ACCOUNT(person), password }, sixMinutesAgo)).status).toBe('done');
  });

  test('for a code where there is a second factor, however young the sign-in is', async () => {
    const person = await makePerson();
    const code = await giveFactor(person);
    expect(await codeOf(ask(person, ACCOUNT(person)))).toBe('step_up_required');
    expect(await codeOf(ask(person, { ...ACCOUNT(person), code: '000000' }))).toBe('step_up_required');
    expect((await ask(person, { ...ACCOUNT(person), code: await code() })).status).toBe('done');
  });

  test('nobody while something has to be kept for a legal reason', async () => {
    const person = await makePerson();
    await storeTurn(person, { text: 'Evidence' });
    await putOnHold(person.viewer);
    const before = await rowsOf(person.viewer.personId);
    expect(await codeOf(ask(person, ACCOUNT(person)))).toBe('on_hold');
    expect(await rowsOf(person.viewer.personId)).toEqual(before);
    expect(await verifySession(person.session)).not.toBeNull();
  });
});
