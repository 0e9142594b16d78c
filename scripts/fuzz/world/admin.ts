import pg from 'pg';

/** Runs one statement as the test cluster's superuser, behind every wall: for the oracle and for acts of administration. */
export type Admin = <Row extends Record<string, unknown> = Record<string, unknown>>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

/** A few connections of the superuser. They write as replicas do, without triggers: the oracle judges, not the database. */
export function connectAdmin(url: string): { admin: Admin; end: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: '-c search_path=cs -c session_replication_role=replica -c synchronous_commit=on',
  });
  // A restart of the server ends idle connections; the next statement opens another.
  pool.on('error', () => undefined);
  return {
    admin: async <Row extends Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []) =>
      parameters.length === 0
        ? (await pool.query<Row>(sql)).rows
        : (await pool.query<Row>(sql, [...parameters])).rows,
    end: () => pool.end(),
  };
}
