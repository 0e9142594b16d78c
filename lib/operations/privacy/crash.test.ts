import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { rowsOf } from '#e2e/fixtures/rows-of.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { exportFileSchema } from '#lib/contract/export-file.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { signingKey } from '#lib/kernel/receipt/signing-key.ts';
import { verifyReceipt } from '#lib/kernel/receipt/verify-receipt.ts';
import { messageContext } from '#lib/stages/history/contexts.ts';
import { loadKey } from '#lib/stages/history/load-key.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { withClient } from '#scripts/database/connect.ts';
import { root } from '#scripts/system/paths.ts';
import { beginErasure } from './erase/begin-erasure.ts';
import { downloadExport } from './export/download-export.ts';
import { requestExport } from './export/request-export.ts';
import { runErasure } from './erase/run-erasure.ts';
import { buildExport } from './export/build-export.ts';

/** How many points to die at; each costs a process. CRASHES=50 for the long run. */
const CRASHES = Number(process.env.CRASHES || 2);
const MESSAGES = 2_500;
type Stop = { table: string; gone?: number };
/**
 * Where a process is killed, in the order of `CRASHES`: at the table that it would touch next, or sooner, as soon as so many messages
 * are gone. Never after some time: on a slow machine nothing would have begun, on a fast one everything be done.
 */
const STOPS: Readonly<Record<'erase' | 'export', readonly Stop[]>> = {
  erase: [
    { table: 'handle', gone: 1_001 },
    { table: 'conversation' },
    { table: 'handle', gone: 1 },
    { table: 'turn' },
    { table: 'credential' },
  ],
  export: [{ table: 'export_chunk' }, { table: 'confirmed_attack' }, { table: 'support_case' }],
};

afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

/** Whether the process has come as far as it is to come. */
async function isThere(id: string, { table, gone }: Stop): Promise<boolean> {
  const [row] = await behindTheWalls<{ there: boolean }>(
    gone === undefined
      ? 'SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = $1::regclass AND NOT granted) AS there'
      : `SELECT coalesce((removed ->> 'messages')::int, 0) >= $2 AS there FROM erasure WHERE id = $1`,
    gone === undefined ? [table] : [id, gone],
  );
  return row?.there ?? false;
}

/**
 * Lets another process begin, and kills it without warning in the middle. Until it is dead nobody gets at the table that it would need
 * next, so that no machine is so fast that there is nothing left to kill.
 */
async function killDuring(kind: keyof typeof STOPS, id: string, crash: number): Promise<void> {
  const stop = STOPS[kind][crash % STOPS[kind].length] ?? { table: 'conversation' };
  const file = `${root}/lib/operations/privacy/crash-child.test-data.ts`;
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', file];
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  await expect.poll(() => said, { timeout: 300_000, interval: 20 }).toContain('ready');
  await withClient(process.env.TEST_ADMIN_URL ?? '', async (client) => {
    await client.query('BEGIN');
    await client.query(`LOCK TABLE cs.${stop.table} IN ACCESS EXCLUSIVE MODE`);
    child.stdin.write(`${kind} ${id}\n`);
    await expect.poll(() => isThere(id, stop), { timeout: 300_000, interval: 20 }).toBe(true);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    await client.query('ROLLBACK');
  });
  expect(said).not.toContain('done');
}

/** A person with one long conversation, written as rows: as a turn stores them, without a turn each. */
async function talkative(): Promise<Person> {
  const person = await makePerson();
  const { viewer } = person;
  const { conversationId, turnId } = await storeTurn(person, { text: 'The first' });
  const dataKey = await withViewer(viewer, (tx) => loadKey(viewer, tx, conversationId));
  const rows = Array.from({ length: MESSAGES }, (_, index) => {
    const place = { conversationId, messageId: newId(), role: 'user', sequence: index + 3 } as const;
    return {
      id: place.messageId,
      sequence: place.sequence,
      body: seal(dataKey, messageContext(viewer, 'body', place), `Message ${index}`).toString('hex'),
    };
  });
  await behindTheWalls(
    `INSERT INTO message (id, tenant_id, person_id, conversation_id, turn_id, role, sequence, body)
     SELECT r.id, $1, $2, $3, $4, 'user', r.sequence, decode(r.body, 'hex') FROM json_to_recordset($5) AS r(id uuid, sequence int, body text)`,
    [viewer.homeTenantId, viewer.personId, conversationId, turnId, JSON.stringify(rows)],
  );
  return person;
}

describe('killed at any moment', () => {
  test(
    'an erasure is gone on with, leaves nothing over, and its receipt counts everything once',
    { timeout: 600_000 + CRASHES * 60_000 },
    async () => {
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const { viewer } = await talkative();
        const id = await beginErasure(viewer, {
          scope: 'account',
          scopeId: viewer.personId,
          tokenHash: Buffer.from(newId().replaceAll('-', '').repeat(2), 'hex'),
          requestId: newId(),
        });
        await killDuring('erase', id, crash);
        const receipt = await runErasure(id);
        expect(receipt?.removed).toMatchObject({
          messages: MESSAGES + 2,
          turns: 1,
          conversations: 1,
          keys: 1,
        });
        expect(verifyReceipt(receipt, signingKey().published.publicKey)).toBe('genuine');
        expect(Object.keys(await rowsOf(viewer.personId))).toEqual(['audit_entry', 'erasure', 'usage_entry']);
        const ends = await behindTheWalls(
          "SELECT 1 FROM audit_entry WHERE person_id = $1 AND action = 'privacy.erased'",
          [viewer.personId],
        );
        expect(ends).toHaveLength(1);
      }
    },
  );

  test(
    'a copy is begun anew, is whole, and holds nothing twice',
    { timeout: 600_000 + CRASHES * 60_000 },
    async () => {
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const { viewer } = await talkative();
        const { exportId } = await requestExport(viewer, { requestId: newId() });
        await killDuring('export', exportId, crash);
        await behindTheWalls(
          "UPDATE data_export SET lease_until = cs.now() - interval '1 second' WHERE id = $1 AND state = 'building'",
          [exportId],
        );
        expect(await buildExport(exportId)).toBe('ready');
        const pieces: Uint8Array[] = [];
        for await (const piece of (await downloadExport(viewer, { id: exportId, requestId: newId() })).pieces)
          pieces.push(piece);
        const files = unzipSync(Buffer.concat(pieces));
        const json = exportFileSchema.parse(JSON.parse(strFromU8(files['export.json'] ?? new Uint8Array())));
        const sequences = json.conversations.flatMap(({ messages }) =>
          messages.map(({ sequence }) => sequence),
        );
        expect(sequences).toEqual(Array.from({ length: MESSAGES + 2 }, (_, index) => index + 1));
        expect(await behindTheWalls('SELECT 1 FROM export_chunk WHERE export_id = $1', [exportId])).toEqual(
          [],
        );
      }
    },
  );
});
