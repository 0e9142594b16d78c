import { describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { aroundDecisions, codeOf, person as owner, proposed } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { LIMITS } from '#lib/stages/admission/policy.ts';
import { saveFeedback } from '#lib/stages/history/feedback/save-feedback.ts';
import { buildExport } from '../export/build-export.ts';
import { requestExport } from '../export/request-export.ts';
import { goOnWithPrivacy } from '../work.ts';
import { erase } from './erase.ts';
import { previewErasure } from './preview-erasure.ts';

aroundDecisions();

const now = () => Math.floor(Date.now() / 1000);
const eraseOne = ({ viewer, email }: Person, conversationId: string) =>
  erase(viewer, {
    request: { scope: 'conversation', conversationId, confirm: 'erase' },
    ...{ email, signedInAtS: now(), address: '127.0.0.9', requestId: newId() },
  });

describe('a conversation that is erased', () => {
  test(
    'takes along all that its preview said, withdraws what waited in it, as its receipt says, and no more',
    { timeout: 120_000 },
    async () => {
      const { viewer, email } = owner;
      const { approvalId } = await proposed();
      const [waiting] = await behindTheWalls<{ id: string; place: string; message: string }>(
        `SELECT p.id, p.conversation_id AS place, m.id AS message FROM proposal p JOIN message m USING (conversation_id)
         WHERE p.id = $1 AND m.role = 'assistant'`,
        [approvalId],
      );
      if (!waiting) throw new Error('nothing was proposed');
      const change = () =>
        behindTheWalls(
          `SELECT state, outcome, (SELECT reason IS NULL FROM proposal_card c WHERE c.proposal_id = p.id) AS wordless,
           (SELECT count(*)::int FROM proposal_nonce n WHERE n.proposal_id = p.id) AS nonces FROM proposal p WHERE id = $1`,
          [waiting.id],
        );
      const another = await storeTurn(owner, { text: 'Another' });
      await eraseOne(owner, another.conversationId);
      expect(await change()).toEqual([{ state: 'pending', outcome: null, wordless: false, nonces: 1 }]);
      const liked = { messageId: waiting.message, verdict: 'up', words: 'Fine' } as const;
      await withViewer(viewer, (tx) => saveFeedback(viewer, tx, liked));
      const { exportId } = await requestExport(viewer, { requestId: newId() });
      await buildExport(exportId);
      const preview = await withViewer(viewer, (tx) =>
        previewErasure(viewer, tx, { conversationId: waiting.place, email, signedInAtS: now() }),
      );
      const { receipt } = await eraseOne(owner, waiting.place);

      const promised = preview.goes.filter(({ count }) => count > 0);
      expect(promised.map(({ category }) => category)).toEqual([
        'conversations',
        'messages',
        'feedback',
        'turns',
      ]);
      for (const { category, count } of promised) expect(receipt?.removed[category], category).toBe(count);
      expect(receipt?.stays).toEqual(preview.stays);
      expect(receipt?.stays.map(({ category }) => category)).toContain('copies');
      expect(receipt?.destroyedKeys.map(({ scope }) => scope).toSorted()).toEqual(['conversation', 'export']);
      expect(receipt?.removed).toMatchObject({ changes_withdrawn: 1, keys: 1 });
      expect(await change()).toEqual([{ state: 'void', outcome: 'withdrawn', wordless: true, nonces: 0 }]);
      await goOnWithPrivacy();
      expect(await behindTheWalls('SELECT 1 FROM export_chunk WHERE export_id = $1', [exportId])).toEqual([]);
    },
  );

  test('makes no room for more messages in its minute, and nothing of it is left soon after', async () => {
    const person = await makePerson();
    const { personId } = person.viewer;
    const { conversationId } = await storeTurn(person, { text: '1' });
    // As many as there is room for, in a minute that does not pass while a slow machine works.
    await behindTheWalls(
      "UPDATE turn SET opened_at = cs.now() + interval '10 minutes' WHERE person_id = $1",
      [personId],
    );
    await behindTheWalls(
      `INSERT INTO turn SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'idempotency_key', gen_random_uuid()))).*
       FROM turn t, generate_series(2, $2::int) WHERE t.person_id = $1`,
      [personId, LIMITS.turnsPerWindow],
    );
    expect(await codeOf(storeTurn(person, { text: 'one more' }))).toBe('rate_limited');
    await eraseOne(person, conversationId);
    expect(await behindTheWalls('SELECT 1 FROM turn WHERE person_id = $1', [personId])).toEqual([]);
    expect(await codeOf(storeTurn(person, { text: 'one more' }))).toBe('rate_limited');
    await moveClock('12 minutes');
    expect(await codeOf(storeTurn(person, { text: 'a minute later' }))).toBe('done');
    await moveClock('20 minutes');
    await goOnWithPrivacy();
    expect(await behindTheWalls('SELECT 1 FROM gone_turn WHERE person_id = $1', [personId])).toEqual([]);
  });
});

describe('an erasure that names another person’s conversation', () => {
  const wanted = (person: Person, conversationId: string) => ({
    ...{ id: newId(), tenantId: person.viewer.homeTenantId, personId: person.viewer.personId },
    ...{ scope: 'conversation', scopeId: conversationId, tokenHash: Buffer.alloc(32, 7), keys: [] },
  });

  test('is refused by the database, whatever the code asks', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const { conversationId } = await storeTurn(other, { text: 'Theirs' });
    const byHand = () =>
      withViewer(person.viewer, (tx) => tx.erasure.createMany({ data: [wanted(person, conversationId)] }));
    expect(await sqlStateOf(byHand)).toBe('42501');
  });

  test('would remove nothing of theirs, even where it was stored', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const { conversationId, answerMessageId } = await storeTurn(other, { text: 'Theirs' });
    const liked = { messageId: answerMessageId, verdict: 'up', words: null } as const;
    await withViewer(other.viewer, (tx) => saveFeedback(other.viewer, tx, liked));
    const { id, tenantId, personId, tokenHash } = wanted(person, conversationId);
    await behindTheWalls(
      "INSERT INTO erasure (id, tenant_id, person_id, scope, scope_id, token_hash, keys) VALUES ($1, $2, $3, 'conversation', $4, $5, '[]')",
      [id, tenantId, personId, conversationId, tokenHash],
    );
    const purge = database('purge');
    const gone = [
      await purge.$executeRaw`DELETE FROM cs.feedback WHERE conversation_id = ${conversationId}::uuid`,
      await purge.$executeRaw`DELETE FROM cs.message WHERE conversation_id = ${conversationId}::uuid`,
      await purge.$executeRaw`DELETE FROM cs.turn WHERE conversation_id = ${conversationId}::uuid`,
      await purge.$executeRaw`DELETE FROM cs.data_key WHERE scope_id = ${conversationId}::uuid`,
      await purge.$executeRaw`DELETE FROM cs.conversation WHERE id = ${conversationId}::uuid`,
    ];
    await behindTheWalls('DELETE FROM erasure WHERE id = $1', [id]);
    expect(gone).toEqual([0, 0, 0, 0, 0]);
  });
});
