import pg from 'pg';

declare global {
  var countersignTestConnections: Map<string, pg.Pool> | undefined;
}
// To connect costs the server and us a hundred times what a question does. Kept on globalThis, because the modules of one
// test file are loaded anew for the next.
const pools = (globalThis.countersignTestConnections ??= new Map<string, pg.Pool>());

/** What these connections say they are. */
export const TESTS = 'countersign tests';

/** Connections of tests to one address, used again by whoever asks next. They keep no process alive. */
export function keptConnections(url: string): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const made = new pg.Pool({
    connectionString: url,
    options: '-c search_path=cs',
    application_name: TESTS,
    connectionTimeoutMillis: 60_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  });
  // A server that is restarted, or a database that is dropped, ends idle connections; the next question opens another.
  made.on('error', () => undefined);
  pools.set(url, made);
  return made;
}

/** Closes them all: what they wrote is counted by the server from then on. */
export async function closeKept(): Promise<void> {
  const all = [...pools.values()];
  pools.clear();
  await Promise.all(all.map((pool) => pool.end()));
}
