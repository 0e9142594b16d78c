import 'server-only';
import pg from 'pg';
import { env } from '#lib/kernel/env.ts';
import type { Inbox } from '#lib/operations/lab/inbox/inbox.ts';
import { startInbox } from '#lib/operations/lab/inbox/start-inbox.ts';
import { labSettings } from '#lib/operations/lab/lab-settings.ts';
import { renderAt } from '#lib/operations/lab/page/render-at.ts';
import { callApp } from '#lib/operations/lab/run/call-app.ts';
import type { Admin, House } from '#lib/operations/lab/run/house.ts';
import { startTurn } from '#lib/turn.ts';

/** What the process keeps: the attacker's inbox and a few connections. A bundler gives every route a copy of this module. */
type Kept = { inbox: Promise<Inbox>; admin: Admin; policy: Promise<string> | null };
const KEPT = 'countersignLabHouse';

function kept(): Kept {
  const known: unknown = Reflect.get(globalThis, KEPT);
  if (isKept(known)) return known;
  const made: Kept = { inbox: startInbox(), admin: connectAdmin(), policy: null };
  Reflect.set(globalThis, KEPT, made);
  return made;
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'inbox' in value && 'admin' in value;
}

/** The superuser, behind every wall. It writes as a replica does, without triggers: the oracle judges, not the database. */
function connectAdmin(): Admin {
  const pool = new pg.Pool({
    connectionString: labSettings().LAB_ADMIN_URL,
    max: 4,
    options: '-c search_path=cs -c session_replication_role=replica',
  });
  // A restart of the server ends idle connections; the next statement opens another.
  pool.on('error', () => undefined);
  return async <Row extends Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []) =>
    (await pool.query<Row>(sql, [...parameters])).rows;
}

/** The house of the running server: its own routes over a socket, its own pages' policy, answers rendered as its pages render them. */
export async function openHouse(): Promise<House> {
  const house = kept();
  const own = `http://127.0.0.1:${env().PORT}`;
  return {
    startTurn,
    call: (request) => callApp(own, request),
    origin: own,
    admin: house.admin,
    render: (text, isAllowListOn) => renderAt(labSettings().LAB_RENDER_URL, text, isAllowListOn),
    // The same for every page but for its nonce, which nobody asks about.
    pagePolicy: () => (house.policy ??= readPolicy(own).catch((error: unknown) => forget(house, error))),
    inbox: await house.inbox,
  };
}

/** What could not be read once is asked for again. */
function forget(house: Kept, error: unknown): never {
  house.policy = null;
  throw error;
}

async function readPolicy(own: string): Promise<string> {
  const response = await fetch(`${own}/sign-in`, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  await response.body?.cancel();
  return response.headers.get('content-security-policy') ?? '';
}
