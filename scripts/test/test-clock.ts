import { withClient } from '#scripts/database/connect.ts';

/** Gives a test database a clock that tests can move: an offset in a table, added by cs.now(). */
export async function installTestClock(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`
      CREATE TABLE IF NOT EXISTS cs.test_clock (moved_by interval NOT NULL);
      INSERT INTO cs.test_clock SELECT '0' WHERE NOT EXISTS (SELECT FROM cs.test_clock);
      GRANT SELECT ON cs.test_clock TO PUBLIC;
      ${RUNNING_CLOCK}`),
  );
}

const RUNNING_CLOCK = `CREATE OR REPLACE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT now() + (SELECT moved_by FROM cs.test_clock) $$;`;

/** Stops the clock of a test database at a moment, null lets it run: what is tried then does not depend on how fast it is. */
export function clockSql(at: Date | null): string {
  return at
    ? `CREATE OR REPLACE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT timestamptz '${at.toISOString()}' $$`
    : RUNNING_CLOCK;
}

/**
 * Moves the clock of a test database, for every process that uses it.
 * @param by an interval from now, such as `91 days`; `0` puts it back
 */
export async function moveTestClock(ownerUrl: string, by: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query('UPDATE cs.test_clock SET moved_by = $1::interval', [by]),
  );
}
