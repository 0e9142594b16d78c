import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
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
import { root } from '#scripts/system/paths.ts';
import { beginErasure } from './erase/begin-erasure.ts';
import { downloadExport } from './export/download-export.ts';
import { requestExport } from './export/request-export.ts';
import { runErasure } from './erase/run-erasure.ts';
import { buildExport } from './export/build-export.ts';

/** How many points to die at; each costs a process. CRASHES=50 for the long run. */
const CRASHES = Number(process.env.CRASHES || 2);
const MESSAGES = 2_500;
/** From the word to begin until the kill, at most: about what the work takes. */
const LONGEST_MS = { erase: 250, export: 700 } as const;

afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

/** Lets another process begin, and kills it without warning somewhere on the way. */
async function killDuring(kind: keyof typeof LONGEST_MS, id: string): Promise<void> {
  const file = `${root}/lib/operations/privacy/crash-child.test-data.ts`;
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', file];
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  await expect.poll(() => said, { timeout: 300_000, interval: 5 }).toContain('ready');
  child.stdin.write(`${kind} ${id}\n`);
  await new Promise((resolve) => setTimeout(resolve, randomInt(LONGEST_MS[kind])));
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
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
    { timeout: 600_000 + CRASHES * 8_000 },
    async () => {
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const { viewer } = await talkative();
        const id = await beginErasure(viewer, {
          scope: 'account',
          scopeId: viewer.personId,
          tokenHash: Buffer.from(newId().replaceAll('-', '').repeat(2), 'hex'),
          requestId: newId(),
        });
        await killDuring('erase', id);
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
    { timeout: 600_000 + CRASHES * 12_000 },
    async () => {
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const { viewer } = await talkative();
        const { exportId } = await requestExport(viewer, { requestId: newId() });
        await killDuring('export', exportId);
        await behindTheWalls(
          "UPDATE data_export SET lease_until = cs.now() - interval '1 second' WHERE id = $1 AND state = 'building'",
          [exportId],
        );
        const [row] = await behindTheWalls<{ state: string }>('SELECT state FROM data_export WHERE id = $1', [
          exportId,
        ]);
        if (row?.state !== 'ready') expect(await buildExport(exportId)).toBe('ready');
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
