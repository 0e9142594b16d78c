import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withClient } from '#scripts/database/connect.ts';

it("PostgreSQL's log holds nothing of a statement that fails, and none of its parameters", async () => {
  const mark = `mark-${process.pid}-${Date.now()}`;
  const folder = await withClient(process.env.TEST_ADMIN_URL ?? '', async (client) => {
    await expect(client.query(`SELECT '${mark}'::uuid`)).rejects.toThrow(mark);
    await expect(client.query('SELECT $1::uuid', [mark])).rejects.toThrow(mark);
    await expect(client.query(`SELEC '${mark}'`)).rejects.toThrow(/syntax/);
    await client.query(`DO $$ BEGIN RAISE WARNING '${mark}'; END $$`);
    const { rows } = await client.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    return rows[0]?.folder ?? '';
  });
  const log = readFileSync(join(folder, '..', 'log', 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain(mark);
});
