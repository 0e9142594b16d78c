import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Admin } from './admin.ts';

/** Whether the connection is lost with the decision still to be committed, or committed and the reply still to come. */
export type Loss = 'before-commit' | 'after-commit';

/** One connection that is to be lost: with the first commit that decides something. */
export type Cut = { readonly loss: Loss; readonly admin: Admin; hasHappened: boolean };

/** What the work that runs in this context is to lose. */
const cutting = new AsyncLocalStorage<Cut>();
const deciding = new WeakSet<object>();

/** Runs `work`, which loses its connection to the database at the commit of its decision. */
export function losingConnection<T>(cut: Cut, work: () => Promise<T>): Promise<T> {
  return cutting.run(cut, work);
}

/** Sends a query on its way, unless it is the commit whose connection is to be lost: really lost, as by a pulled cable. */
export function sendOrLose(client: pg.Client, args: readonly unknown[], send: () => unknown): unknown {
  const cut = cutting.getStore();
  const text = textOf(args[0]);
  if (!cut || cut.hasHappened || text === undefined) return send();
  if (/UPDATE cs\.proposal\b/.test(text)) deciding.add(client);
  if (/^ROLLBACK/i.test(text)) deciding.delete(client);
  if (!/^COMMIT/i.test(text) || !deciding.has(client)) return send();
  cut.hasHappened = true;
  const socket = socketOf(client);
  if (cut.loss === 'before-commit') {
    socket.destroy();
    return send();
  }
  // Nothing that the server answers is read any more; once it has committed, the line is dead.
  socket.pause();
  const sent = send();
  void untilIdle(cut.admin, backendOf(client)).finally(() => socket.destroy());
  return sent;
}

/** The connection itself, which the driver keeps to itself. */
function socketOf(client: object): Socket {
  const connection = 'connection' in client ? client.connection : null;
  const isOpen = typeof connection === 'object' && connection !== null && 'stream' in connection;
  if (isOpen && connection.stream instanceof Socket) return connection.stream;
  throw new Error('A client without a socket has nothing to lose.');
}

function backendOf(client: object): number {
  return 'processID' in client ? Number(client.processID) : 0;
}

/** Until that backend has nothing more to do. */
async function untilIdle(admin: Admin, processId: number): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const [row] = await admin<{ state: string }>('SELECT state FROM pg_stat_activity WHERE pid = $1', [
      processId,
    ]);
    if (!row || row.state === 'idle') return;
    await sleep(2);
  }
}

function textOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : undefined;
}
