import 'server-only';
import { createHash } from 'node:crypto';
import { fault } from '#faults';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '#lib/generated/prisma/client.ts';
import { env } from './env.ts';
import type { Viewer } from './ports.ts';

/** The database roles of the running application; each has its own pool and its own rights. */
export type DatabaseRole = 'owner' | 'app' | 'auth' | 'jobs' | 'purge' | 'seal' | 'audit';
export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;

/** Largest pool per role and process. The others work rarely and stay small. */
const POOL_MAX = {
  owner: 2,
  app: 10,
  auth: 4,
  jobs: 4,
  purge: 2,
  seal: 2,
  audit: 2,
} as const satisfies Record<DatabaseRole, number>;
const MAX_WAIT_MS = 5_000;
const TRANSACTION_MS = 15_000;

// Kept on globalThis because hot reload loads this module again while the old pools still hold connections.
const holder = globalThis as typeof globalThis & { countersignDatabases?: Map<DatabaseRole, Database> };
const databases = (holder.countersignDatabases ??= new Map());

/** The client that signs in as this role. Made at first use, one per process. */
export function database(role: DatabaseRole): Database {
  const known = databases.get(role);
  if (known) return known;
  const made = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: databaseUrl(role), max: POOL_MAX[role], connectionTimeoutMillis: MAX_WAIT_MS },
      { schema: 'cs', statementNameGenerator: nameStatement },
    ),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TRANSACTION_MS },
    // Prisma's own messages quote arguments; callers see reduced errors instead.
    errorFormat: 'minimal',
    log: [],
  });
  databases.set(role, made);
  return made;
}

/** Statements that a connection keeps prepared: more than the application has of its own, so that only those of varying length go without. */
const MOST_PREPARED = 500;
const prepared = new Map<string, string>();

/**
 * The name under which a connection prepares a statement, so that the server reads and plans it once and not at every use. Where there are
 * too many different ones the rest have none (the driver takes an empty name for that).
 */
function nameStatement({ sql }: { sql: string }): string {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  if (prepared.size >= MOST_PREPARED) return '';
  // By content: the bundler gives this module to several bundles, whose clients share connections.
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
  prepared.set(sql, name);
  return name;
}

/** The connection string of a role, for the few libraries that open their own connection. */
export function databaseUrl(role: DatabaseRole): string {
  const settings = env();
  return {
    owner: settings.DATABASE_URL_OWNER,
    app: settings.DATABASE_URL_APP,
    auth: settings.DATABASE_URL_AUTH,
    jobs: settings.DATABASE_URL_JOBS,
    purge: settings.DATABASE_URL_PURGE,
    seal: settings.DATABASE_URL_SEAL,
    audit: settings.DATABASE_URL_AUDIT,
  }[role];
}

/**
 * Runs `work` in one transaction as this viewer: row-level security shows and accepts only what is theirs.
 * Without a viewer every tenant table is empty. Throws what `work` throws, after rolling back.
 */
export async function withViewer<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  role: 'app' | 'owner' = 'app',
): Promise<T> {
  return database(role).$transaction(async (tx) => {
    await enterViewer(tx, viewer);
    return work(tx);
  });
}

async function enterViewer(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.$queryRaw`
    SELECT set_config('cs.person_id', ${viewer.personId}, true),
           set_config('cs.tenant_id', ${viewer.actingTenantId ?? viewer.homeTenantId}, true),
           set_config('cs.role', ${viewer.role}, true)`;
  if (fault('database-walls-off')) await enterRole(tx, 'read');
}

/** Runs `read` inside the viewer's transaction as the role that may only SELECT the ledger. */
export async function asReader<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  await enterRole(tx, 'read');
  const result = await read();
  // After an error the whole transaction rolls back and the role with it, so only the good path resets it.
  await leaveRole(tx);
  return result;
}

/**
 * Runs `write` inside a decision's transaction as the role that may write the ledger. Row-level security opens it only for
 * the transaction that inserted a `cs.effect`. What rows say together is checked before the role is left: it alone sees them all.
 */
export async function asWriter<T>(tx: Tx, write: () => Promise<T>): Promise<T> {
  await enterRole(tx, 'write');
  await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
  const result = await write();
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await leaveRole(tx);
  return result;
}

/** With a planted fault, a role that exists in the clusters of the lab and of the property test alone: nowhere else can it be entered. */
async function enterRole(tx: Tx, role: 'read' | 'write'): Promise<void> {
  const name = `${env().DB_ROLE_PREFIX}_${fault('database-walls-off') ? 'nowalls' : role}`;
  await tx.$queryRaw`SELECT set_config('role', ${name}, true)`;
}

async function leaveRole(tx: Tx): Promise<void> {
  if (fault('database-walls-off')) return;
  await tx.$queryRaw`SELECT set_config('role', 'none', true)`;
}

/** Closes every pool; for scripts and tests that must end. */
export async function closeDatabases(): Promise<void> {
  const open = [...databases.values()];
  databases.clear();
  await Promise.all(open.map((client) => client.$disconnect()));
}
