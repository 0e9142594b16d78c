import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { sendOrLose } from './cut-connection.ts';

/** What a wall of the database said: an SQLSTATE, or the name of the table whose row-level security kept a row back. */
export type Spoken = { code: string; what: string };

/** Where what the database says is written down: of the episode that asked. */
export const listening = new AsyncLocalStorage<Spoken[]>();

/** Refusals that no honest build provokes: row-level security and rights, and every kind of constraint. */
const REFUSALS = /^(?:42501|23\d{3}|P0001)$/;
const HEARD = 'fuzz_heard ';

type Failed = { code?: unknown; constraint?: unknown; table?: unknown };
type Query = (...args: unknown[]) => unknown;

/**
 * Listens to every connection of this process: a refusal counts although the code that met it turned it into something kind.
 * Patches the driver, which is the only place that all of them pass.
 */
export function watchDatabase(): void {
  const original: Query = pg.Client.prototype.query;
  const owners = new WeakMap<object, Spoken[]>();
  const heard = new WeakSet<object>();
  function query(this: pg.Client, ...args: unknown[]): unknown {
    const spoken = listening.getStore();
    if (spoken) owners.set(this, spoken);
    else owners.delete(this);
    if (!heard.has(this)) {
      heard.add(this);
      this.on('notice', ({ message }) => {
        if (message?.startsWith(HEARD))
          owners.get(this)?.push({ code: 'rls', what: message.slice(HEARD.length) });
      });
    }
    const result = sendOrLose(this, args, () => original.apply(this, args));
    if (spoken && result instanceof Promise)
      result.catch((error: unknown) => {
        if (isFailed(error) && REFUSALS.test(String(error.code)))
          spoken.push({ code: String(error.code), what: String(error.constraint ?? error.table ?? '') });
      });
    return result;
  }
  Object.assign(pg.Client.prototype, { query });
}

function isFailed(error: unknown): error is Failed {
  return typeof error === 'object' && error !== null && 'code' in error;
}
