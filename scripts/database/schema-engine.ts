import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { withClient } from './connect.ts';
import { root } from '#scripts/system/paths.ts';

const schemaFolder = join(root, 'prisma', 'schema');

/** The Prisma schema's files. */
export function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => ({
      path: join(schemaFolder, name),
      content: readFileSync(join(schemaFolder, name), 'utf8'),
    }));
}

// The engine's glue keeps one memory for the whole process, so a second loading of this module must not load another into it.
declare global {
  var countersignSchemaEngine: Promise<void> | undefined;
}

/** Prisma's migration engine is WebAssembly without a loader of its own for Node: this is that loader. */
async function load(): Promise<void> {
  const home = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(join(home, '..', 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** A script that PostgreSQL refused: its own message, and the line it points at. */
export class ScriptError extends Error {
  constructor(script: string, cause: unknown) {
    const position = cause instanceof Error && 'position' in cause ? Number(cause.position) : 0;
    const line = position > 0 ? ` (line ${script.slice(0, position).split('\n').length})` : '';
    super(`${cause instanceof Error ? cause.message : String(cause)}${line}`);
    this.name = 'ScriptError';
  }
}

type Opened = { adapters: SqlDriverAdapter[]; failure: ScriptError | null };

/**
 * The adapter splits a script at every semicolon and spreads the pieces over a pool, which breaks function bodies and leaves
 * half a migration behind when one fails. Ours sends it whole: PostgreSQL runs it as one transaction.
 */
function wholeScriptFactory(url: string, opened: Opened): PrismaPg {
  const factory = new PrismaPg({ connectionString: url, max: 2 }, { schema: 'cs' });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.adapters.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await withClient(url, (client) => client.query(script));
      } catch (error) {
        opened.failure = new ScriptError(script, error);
        throw error;
      }
    };
    return adapter;
  };
  return factory;
}

/** A database that answers nothing: comparing schema files needs the engine, and the engine wants to greet a server first. */
const nobody: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  queryRaw: () => Promise.resolve({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: () => Promise.resolve(0),
  executeScript: () => Promise.resolve(),
  startTransaction: () => Promise.reject(new Error('There is no database here.')),
  getConnectionInfo: () => ({ schemaName: 'cs', supportsRelationJoins: false }),
  dispose: () => Promise.resolve(),
};

const nowhere: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => Promise.resolve(nobody),
  connectToShadowDb: () => Promise.resolve(nobody),
};

/** Runs `work` with Prisma's migration engine, connected as the role of `url`; null for work on schema files alone. */
export async function withEngine<T>(
  url: string | null,
  work: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (globalThis.countersignSchemaEngine ??= load());
  const opened: Opened = { adapters: [], failure: null };
  const factory = bindMigrationAwareSqlAdapterFactory(
    url === null ? nowhere : wholeScriptFactory(url, opened),
  );
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content]);
  const engine = await engineModule.SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await work(engine);
  } catch (error) {
    // The engine only says that something outside it failed.
    throw opened.failure ?? error;
  } finally {
    engine.free();
    await Promise.all(opened.adapters.map((adapter) => adapter.dispose()));
  }
}
