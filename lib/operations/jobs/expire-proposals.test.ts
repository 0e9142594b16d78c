import { afterAll, beforeAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { closeDatabases, database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { expireProposals } from './expire-proposals.ts';

let person: MadePerson;
beforeAll(async () => {
  person = await makePerson();
});
afterAll(closeDatabases);

async function makeProposal(expiresIn: string): Promise<string> {
  const id = newId();
  await behindTheWalls(
    `INSERT INTO proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, arguments_hash, display_hash, policy_version,
       resource_kind, resource_id, resource_version, expires_at)
     VALUES ($1, $2, $3, $1, $1, 'cancel_plan', 'reversible', sha256('a'), sha256('b'), 'x', 'subscription', $2, 'v', cs.now() + $4::interval)`,
    [id, person.viewer.homeTenantId, person.viewer.personId, expiresIn],
  );
  return id;
}

test('a proposal that nobody decided in time ends, once, on record; one that still has time waits on', async () => {
  const [late, early] = [await makeProposal('-1 second'), await makeProposal('1 minute')];
  expect(await expireProposals()).toBe(1);
  expect(await expireProposals()).toBe(0);
  const rows = await behindTheWalls<{ id: string; state: string; outcome: string | null }>(
    'SELECT id, state, outcome FROM proposal WHERE id = ANY($1)',
    [[late, early]],
  );
  expect(rows.find(({ id }) => id === late)).toMatchObject({ state: 'expired', outcome: 'expired' });
  expect(rows.find(({ id }) => id === early)).toMatchObject({ state: 'pending' });
  expect(await behindTheWalls('SELECT rule FROM audit_entry WHERE subject_id = $1', [late])).toEqual([
    { rule: 'expired' },
  ]);
});

test('the role that does it can do nothing else to a proposal, and sees none of its content', async () => {
  const waiting = await makeProposal('1 hour');
  const jobs = database('jobs');
  expect(await jobs.$executeRaw`UPDATE cs.proposal SET state = 'expired' WHERE id = ${waiting}::uuid`).toBe(
    0,
  );
  expect(await sqlStateOf(() => jobs.$queryRaw`SELECT amount_minor FROM cs.proposal`)).toBe('42501');
  expect(await sqlStateOf(() => jobs.$queryRaw`SELECT display FROM cs.proposal_card`)).toBe('42501');
});
