import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { DATA_KEY_SCOPES, type DataKeyContext } from '#lib/kernel/cipher/context.ts';
import { createDataKey, unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { newId, NIL_ID } from '#lib/kernel/ids.ts';
import { storeMessages } from '#scripts/bench/stored-messages.ts';
import { root } from '#scripts/system/paths.ts';

import { REWRAP_BATCH } from './policy.ts';

export type Ended = { code: number | null; signal: string | null; out: string; said: string };

/** A ring in a file of its own, for this process and for those it starts: set before settings are first read. */
export function ownRing(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cs-rotation-')), 'ring');
  writeFileSync(path, process.env.KEK_KEYRING ?? '', { mode: 0o600 });
  process.env.KEK_KEYRING_FILE = path;
  return path;
}

/** A settings file of its own that holds these. */
export function ownSettings(settings: Readonly<Record<string, string>>): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cs-rotation-')), 'settings');
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(path, lines.join(''), { mode: 0o600 });
  return path;
}

/** Runs a program of this repository in a process of its own. `settings` of null are taken out of its environment. */
export function run(file: string, args: readonly string[], settings: Record<string, string | null> = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_OPTIONS: '', ...settings };
  for (const [name, value] of Object.entries(settings)) if (value === null) delete env[name];
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', join(root, file)];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, out, said }));
  });
  return { child, ended };
}

/** People's conversations, enough for several batches, and what is on the ring. For the `beforeAll` of a file that rotates. */
export async function storeKeys(): Promise<Person> {
  const person = await makePerson();
  await storeMessages(process.env.TEST_ADMIN_URL ?? '', {
    viewers: [person.viewer],
    conversations: STORED_KEYS,
    messagesEach: 1,
  });
  return person;
}
export const STORED_KEYS = 2 * REWRAP_BATCH + 200;

/** One more key of everything that has one, as their rooms store them: a scope that a rotation does not know would stop it. */
export async function storeKeysOfEveryScope({ viewer }: Person): Promise<void> {
  const { homeTenantId: tenantId } = viewer;
  for (const scope of DATA_KEY_SCOPES) {
    const personId = scope === 'hold' ? null : viewer.personId;
    const scopeId = newId();
    const { stored } = await createDataKey({ scope, scopeId, tenantId, personId: personId ?? NIL_ID });
    await behindTheWalls(
      'INSERT INTO data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [stored.id, tenantId, personId, scope, scopeId, stored.kekId, stored.wrapped],
    );
  }
}

/** The names on a ring, the active one first. */
export function namesOnRing(path: string): (string | undefined)[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split(',')
    .map((entry) => entry.split(':')[0]);
}

export const ROTATE = 'scripts/commands/keys-rotate.ts';

export async function rotate(args: readonly string[] = [], settings: Record<string, string | null> = {}) {
  const ended = await run(ROTATE, ['--json', ...args], settings).ended;
  return { ...ended, report: ended.out ? JSON.parse(ended.out) : null };
}

type Row = {
  id: string;
  tenant_id: string;
  person_id: string | null;
  scope: DataKeyContext['scope'];
  scope_id: string;
  kek_id: string;
  wrapped: Buffer;
};

/** Every stored data key in the clear, in hexadecimal, by its id; and which keys wrap them. Fails where one does not open. */
export async function openAll(): Promise<{
  keys: Map<string, string>;
  keks: Set<string>;
  scopes: Set<string>;
}> {
  const rows = await behindTheWalls<Row>('SELECT * FROM data_key WHERE wrapped IS NOT NULL');
  const keys = new Map<string, string>();
  for (const row of rows) {
    const context = {
      scope: row.scope,
      scopeId: row.scope_id,
      tenantId: row.tenant_id,
      personId: row.person_id ?? NIL_ID,
    };
    const { key } = await unwrapDataKey({ id: row.id, kekId: row.kek_id, wrapped: row.wrapped }, context);
    keys.set(row.id, key.toString('hex'));
  }
  return {
    keys,
    keks: new Set(rows.map((row) => row.kek_id)),
    scopes: new Set(rows.map((row) => row.scope)),
  };
}
