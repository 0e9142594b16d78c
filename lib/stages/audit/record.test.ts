import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { AUDIT_ACTIONS } from './policy.ts';
import { recordAudit } from './record.ts';

let person: MadePerson;
beforeAll(async () => {
  person = await makePerson();
});
afterAll(closeDatabases);

async function write(entry: Partial<AuditEntry>) {
  const requestId = newId();
  await withViewer(person.viewer, (tx) =>
    recordAudit(person.viewer, tx, [{ action: 'turn.closed', outcome: 'allowed', requestId, ...entry }]),
  );
  const [row] = await behindTheWalls<Record<string, unknown>>(
    'SELECT * FROM audit_entry WHERE request_id = $1',
    [requestId],
  );
  return row;
}

describe('an audit entry', () => {
  test('names who acted, for whom and when, by the database’s clock', async () => {
    const row = await write({ stage: 'audit', rule: 'stop', facts: { calls: 2 } });
    expect(row).toMatchObject({
      tenant_id: person.viewer.homeTenantId,
      person_id: person.viewer.personId,
      role: 'owner',
      rule: 'stop',
      facts: { calls: 2 },
    });
    expect(Math.abs(Number(row?.at) - Date.now())).toBeLessThan(60_000);
  });

  test('uses the closed vocabulary, own words only', async () => {
    for (const action of ['something.else', '__proto__', 'constructor', 'toString', '']) {
      await expect(write({ action })).rejects.toThrow(RangeError);
    }
    for (const action of Object.keys(AUDIT_ACTIONS)) expect(action).toMatch(/^[a-z]+\.[a-z_]+$/);
  });

  test('stays one short, printable line, whatever a value brings along', async () => {
    const row = await write({
      subjectKind: 'tool',
      subjectId: `two\r\nlines \u001b[31m\u2028 \u202e ünï ${'x'.repeat(500)}`,
      facts: { note: 'a\nb' },
    });
    expect(String(row?.subject_id)).toMatch(/^[\x20-\x7e]{120}$/);
    expect(row?.facts).toEqual({ note: 'a?b' });
  });

  test('goes with the transaction that it tells about: both are kept, or neither', async () => {
    const requestId = newId();
    const failing = withViewer(person.viewer, async (tx) => {
      await recordAudit(person.viewer, tx, [{ action: 'turn.closed', outcome: 'allowed', requestId }]);
      throw new Error('the rest fails');
    });
    await expect(failing).rejects.toThrow('the rest fails');
    expect(await behindTheWalls('SELECT 1 FROM audit_entry WHERE request_id = $1', [requestId])).toEqual([]);
  });

  test('before a sign-in belongs to nobody', async () => {
    const requestId = newId();
    await recordAudit(null, database('auth'), [
      { action: 'identity.sign_in_failed', outcome: 'denied', requestId },
    ]);
    expect(
      await behindTheWalls('SELECT person_id, role FROM audit_entry WHERE request_id = $1', [requestId]),
    ).toEqual([{ person_id: null, role: 'nobody' }]);
  });

  test('that fails fails the work: nothing happens unlogged', async () => {
    await behindTheWalls('REVOKE INSERT ON audit_entry FROM cs_app');
    try {
      await expect(write({})).rejects.toMatchObject({ code: expect.any(String) });
    } finally {
      await behindTheWalls('GRANT INSERT ON audit_entry TO cs_app');
    }
  });
});
