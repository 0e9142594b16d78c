import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import {
  knownAttacks,
  refreshAttackMemory,
  startAttackMemory,
  stopAttackMemory,
} from '#lib/stages/input-guard/memory/known-attacks.ts';
import { listAttacks } from '#lib/stages/input-guard/memory/list-attacks.ts';
import { MOST_ATTACKS } from '#lib/stages/input-guard/memory/policy.ts';
import { UNREMARKABLE, UNREMARKABLE_AGAIN } from '#lib/stages/input-guard/memory/unremarkable.test-data.ts';
import { confirmAttack } from './confirm-attack.ts';
import { forgetAttack } from './forget-attack.ts';
import { openCase } from './open-case.ts';
import { openHandover } from './open-handover.ts';
import { replyToCase } from './reply-to-case.ts';

const [ATTACK, AGAIN] = [UNREMARKABLE, UNREMARKABLE_AGAIN];
const WRITTEN = `I asked: “${ATTACK}”\n\nWhat I need: somebody who does it.`;

let provider: FaultyProvider;
let customer: Person;
let stranger: Person;
let agent: Person;
beforeAll(async () => {
  provider = await startProviderInUse();
});
beforeEach(async () => {
  await behindTheWalls('DELETE FROM confirmed_attack');
  customer = await makePerson({ spec: 'northwind' });
  stranger = await makePerson({ spec: 'acme' });
  agent = await makePerson({ role: 'agent' });
});
afterAll(() => provider.close());

async function handOver(summary = WRITTEN, who = customer): Promise<{ id: string; textId: string }> {
  const { caseId: id } = await openHandover(who.viewer, { summary }, newId());
  const [text] = (await openCase(agent.viewer, { id })).texts;
  return { id, textId: text?.id ?? '' };
}
const confirm = (place: { id: string; textId: string }, passage = ATTACK, viewer: Viewer = agent.viewer) =>
  confirmAttack(viewer, { ...place, passage }, newId());
async function remembered(place?: { id: string; textId: string }): Promise<string> {
  const answer = await confirm(place ?? (await handOver()));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.attackId;
}
async function verdictOf(who: Person, text: string): Promise<string> {
  provider.script({ mode: 'text', text: 'All right.', pieces: 1 });
  const turn = await runTurn(who, { text });
  const [row] = await behindTheWalls<{ rule: string }>(
    `SELECT rule FROM audit_entry WHERE turn_id = $1 AND stage = 'input-guard' AND action IN ('stage.flagged', 'stage.blocked')`,
    [turn.turnId],
  );
  return row?.rule ?? 'pass';
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
const entries = (action: string) =>
  behindTheWalls(
    'SELECT outcome, rule, tenant_id, subject_kind, facts FROM audit_entry WHERE person_id = $1 AND action = $2 ORDER BY at, id',
    [agent.viewer.personId, action],
  );

describe('words that an agent confirmed as an attack', () => {
  test('flag what resembles them, whoever writes it, from the next message on; removed, they do not any more', async () => {
    const place = await handOver();
    expect(await verdictOf(stranger, AGAIN)).toBe('pass');
    const id = await remembered(place);
    expect(await verdictOf(stranger, AGAIN)).toBe('memory.confirmed');
    expect(await verdictOf(customer, 'Why is my latest invoice higher than the one before?')).toBe('pass');
    await forgetAttack(agent.viewer, { id }, newId());
    expect(await verdictOf(stranger, AGAIN)).toBe('pass');
  });

  test('are kept as keyed marks alone: no word of them stands in any column', async () => {
    const id = await remembered();
    const [row] = await behindTheWalls<{ all: string; marks: Buffer }>(
      `SELECT row_to_json(a)::text || row_to_json(s)::text AS all, marks FROM confirmed_attack a JOIN attack_sketch s ON s.attack_id = a.id WHERE a.id = $1`,
      [id],
    );
    for (const word of ['bakery', 'rye', 'bread', 'Tuesdays'])
      expect(`${row?.all.replace(/"created_at":"[^"]*"/, '')}${row?.marks.toString('latin1')}`).not.toContain(
        word,
      );
    expect(row?.marks.length).toBeLessThanOrEqual(64 * 6);
  });

  test('are on record: confirmed, not taken, forgotten, in the tenant they came from', async () => {
    const place = await handOver();
    const id = await remembered(place);
    await confirm(place, 'I asked');
    await forgetAttack(agent.viewer, { id }, newId());
    const tenant_id = customer.viewer.homeTenantId;
    expect(await entries('attack.confirmed')).toEqual([
      { outcome: 'allowed', rule: null, tenant_id, subject_kind: 'case', facts: { attackId: id } },
      { outcome: 'denied', rule: 'too_short', tenant_id, subject_kind: 'case', facts: null },
    ]);
    expect(await entries('attack.forgotten')).toEqual([
      { outcome: 'allowed', rule: null, tenant_id, subject_kind: 'attack', facts: null },
    ]);
  });

  test('are remembered once, and the opened case says so', async () => {
    const place = await handOver();
    const id = await remembered(place);
    expect(await remembered(place)).toBe(id);
    expect((await openCase(agent.viewer, { id: place.id })).attacks).toEqual([
      { attackId: id, textId: place.textId },
    ]);
    const list = await withViewer(agent.viewer, (tx) => listAttacks(agent.viewer, tx));
    expect(list).toMatchObject([{ attackId: id, caseId: place.id, isMine: true }]);
    const colleague = await makePerson({ role: 'agent' });
    const theirs = await withViewer(colleague.viewer, (tx) => listAttacks(colleague.viewer, tx));
    expect(theirs).toMatchObject([{ attackId: id, isMine: false }]);
  });

  test('are not taken where an ordinary question would be flagged, nor beyond the most', async () => {
    const question = 'Why is my latest invoice higher than the one before?';
    const place = await handOver(`${question} ${ATTACK}`);
    expect(await confirm(place, question)).toEqual({ refused: 'ordinary' });
    await behindTheWalls(
      `INSERT INTO confirmed_attack (id, tenant_id, person_id, case_id, text_id, added_by)
       SELECT gen_random_uuid(), $1, $2, $3, gen_random_uuid(), $4 FROM generate_series(1, $5)`,
      [customer.viewer.homeTenantId, customer.viewer.personId, place.id, agent.viewer.personId, MOST_ATTACKS],
    );
    expect(await confirm(place)).toEqual({ refused: 'full' });
  });
});

describe('who may confirm and remove', () => {
  test('agents alone; for everyone else neither the case nor the attack is there', async () => {
    const place = await handOver();
    const id = await remembered(place);
    for (const role of ['approver', 'admin', 'auditor', 'trainer'] as const) {
      const { viewer } = await makePerson({ role });
      expect(await codeOf(confirm(place, ATTACK, viewer)), role).toBe('not_found');
      expect(await codeOf(forgetAttack(viewer, { id }, newId())), role).toBe('not_found');
      expect(await codeOf(withViewer(viewer, (tx) => listAttacks(viewer, tx))), role).toBe('not_found');
    }
    for (const { viewer } of [customer, stranger]) {
      expect(await codeOf(confirm(place, ATTACK, viewer))).toBe('not_found');
      expect(await codeOf(forgetAttack(viewer, { id }, newId()))).toBe('not_found');
    }
  });

  test('only what a customer wrote in that case, in their words', async () => {
    const place = await handOver();
    const other = await handOver(WRITTEN, stranger);
    await replyToCase(agent.viewer, { id: place.id, text: ATTACK }, newId());
    const staffText = (await openCase(agent.viewer, { id: place.id })).texts.find(
      (text) => text.author === 'staff',
    );
    expect(await codeOf(confirm({ id: place.id, textId: staffText?.id ?? '' }))).toBe('not_found');
    expect(await codeOf(confirm({ id: place.id, textId: other.textId }))).toBe('not_found');
    expect(await codeOf(confirm({ id: newId(), textId: place.textId }))).toBe('not_found');
    expect(await codeOf(confirm({ id: 'nope', textId: place.textId }))).toBe('not_found');
    expect(await codeOf(confirm(place, `${ATTACK} and more that nobody wrote`))).toBe('malformed');
  });

  test('one that is gone is not there', async () => {
    const id = await remembered();
    await forgetAttack(agent.viewer, { id }, newId());
    for (const gone of [id, newId(), 'nope'])
      expect(await codeOf(forgetAttack(agent.viewer, { id: gone }, newId()))).toBe('not_found');
  });
});

describe('each process', () => {
  afterEach(stopAttackMemory);

  test('learns within seconds what another one was told, and forgets it as soon', async () => {
    await startAttackMemory();
    const id = await remembered();
    expect(knownAttacks().size).toBe(1);
    await behindTheWalls('DELETE FROM confirmed_attack WHERE id = $1', [id]);
    await expect.poll(() => knownAttacks().size).toBe(0);
  });

  test('keeps its last reading while the memory cannot be read', async () => {
    const id = await remembered();
    await behindTheWalls('REVOKE SELECT ON attack_sketch FROM cs_app');
    try {
      await behindTheWalls('DELETE FROM confirmed_attack WHERE id = $1', [id]);
      await refreshAttackMemory();
      expect(await verdictOf(stranger, AGAIN)).toBe('memory.confirmed');
    } finally {
      await behindTheWalls('GRANT SELECT ON attack_sketch TO cs_app');
    }
    await refreshAttackMemory();
    expect(await verdictOf(stranger, AGAIN)).toBe('pass');
  });
});
