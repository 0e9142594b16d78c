import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { type DumpTools, findDumpTools, runTool } from '#e2e/fixtures/dump-tools.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { withClient } from '#scripts/database/connect.ts';
import { quoted } from '#scripts/database/role-sql.ts';
import { onOutsideServer, outsideServer } from '#scripts/test/outside-server.ts';
import { testSettings } from '#scripts/test/test-env.ts';
import { erase } from './erase.ts';

const read = ({ viewer }: Person, id: string) =>
  codeOf(withViewer(viewer, (tx) => readConversation(viewer, tx, { id })));

/** The address of another database of the same server. */
function databaseUrl(name: string): string {
  const url = new URL(outsideServer ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function toolsOfServer(): Promise<DumpTools | null> {
  if (!outsideServer) return null;
  const { rows } = await withClient(outsideServer, (client) =>
    client.query<{ major: number }>("SELECT current_setting('server_version_num')::int / 10000 AS major"),
  );
  return findDumpTools(rows[0]?.major ?? Infinity);
}

async function eraseAccount({ viewer, email }: Person): Promise<string> {
  const request = { scope: 'account', confirm: email } as const;
  const signedInAtS = Math.floor(Date.now() / 1000);
  return (await erase(viewer, { request, email, signedInAtS, address: '127.0.0.9', requestId: newId() }))
    .status;
}

/** Every row of a table of the live database, in place of what the restored one has of it. */
function bringLiveKeys({ pgDump, pgRestore }: DumpTools, live: string, restored: string, file: string) {
  runTool(pgDump, ['-Fc', '--data-only', '--table=cs.data_key', `--file=${file}`, databaseUrl(live)]);
  return withClient(databaseUrl(restored), async (client) => {
    await client.query('TRUNCATE cs.data_key');
    runTool(pgRestore, ['--exit-on-error', `--dbname=${databaseUrl(restored)}`, file]);
  });
}

/** What the application is connected to from now on: the restored database, under the name of the live one. */
async function takePlace(live: string, restored: string): Promise<void> {
  await withClient(databaseUrl('postgres'), async (client) => {
    await client.query(`ALTER DATABASE ${quoted(live)} RENAME TO ${quoted(`${live}_old`)}`);
    await client.query(`ALTER DATABASE ${quoted(restored)} RENAME TO ${quoted(live)}`);
  });
}

test('pg_dump before an erasure, restored beside the live keys: that person’s content can’t be read, others’ can', async ({
  skip,
}) => {
  const tools = await toolsOfServer();
  if (!tools)
    return skip('needs a PostgreSQL at TEST_DATABASE_URL and pg_dump of its version or a newer one');
  const folder = mkdtempSync(join(tmpdir(), 'cs-dump-'));
  try {
    await onOutsideServer(async ({ name: live, urls, prefix }) => {
      Object.assign(process.env, testSettings(urls, prefix));
      const [person, other] = [await makePerson(), await makePerson()];
      const mine = await storeTurn(person, { text: 'My secret' });
      const theirs = await storeTurn(other, { text: 'Another secret' });
      const backup = join(folder, 'all');
      runTool(tools.pgDump, ['-Fc', `--file=${backup}`, databaseUrl(live)]);

      expect(await eraseAccount(person)).toBe('done');
      await closeThrottle();
      await closeDatabases();

      const restored = `${live}_restored`;
      await withClient(databaseUrl('postgres'), (client) =>
        client.query(`CREATE DATABASE ${quoted(restored)} TEMPLATE template0`),
      );
      runTool(tools.pgRestore, ['--exit-on-error', `--dbname=${databaseUrl(restored)}`, backup]);
      // With the keys as they were at the time of the dump everything would open: which is why they are backed up apart.
      await takePlace(live, restored);
      expect(await read(person, mine.conversationId)).toBe('done');
      await closeDatabases();

      await bringLiveKeys(tools, `${live}_old`, live, join(folder, 'keys'));
      const { rows } = await withClient(databaseUrl(live), (client) =>
        client.query('SELECT id FROM cs.message WHERE person_id = $1', [person.viewer.personId]),
      );
      expect(rows).toHaveLength(2);
      expect(await read(person, mine.conversationId)).toBe('not_found');
      expect(await read(other, theirs.conversationId)).toBe('done');
      await closeDatabases();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
