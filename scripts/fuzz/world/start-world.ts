import { setTimeout as sleep } from 'node:timers/promises';
import { FLAG_STALE_MS } from '#lib/stages/admission/policy.ts';
import { quoted } from '#scripts/database/role-sql.ts';
import { passwordOf, urlFor } from '#scripts/database/roles.ts';
import { createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { startTestCluster, type TestCluster } from '#scripts/postgres/test-cluster.ts';
import { freePort } from '#scripts/system/ports.ts';
import { blankEnvironment, testSettings } from '#scripts/test/test-env.ts';
import type { ModelServer } from '../http/serve-model.ts';
import type { Routes } from '../http/serve-routes.ts';
import { type Admin, connectAdmin } from './admin.ts';
import { createGate, type Gate } from './gate.ts';
import { hearWalls } from './hear-walls.ts';
import { FUZZ_SCHEMA } from './template-sql.ts';
import { makeNoWalls } from './walls.ts';
import { watchDatabase } from './watch-database.ts';

export type World = {
  readonly admin: Admin;
  /** The part of a tenant's id behind its tag, by kind of customer. */
  readonly tails: Readonly<Record<'large' | 'dollar', string>>;
  /** Where episodes over HTTP go, and who answers there. */
  readonly routes: Routes;
  readonly models: ModelServer;
  /** Everything that an episode does passes here: a restart of the database is alone. */
  readonly gate: Gate;
  /** Ends PostgreSQL as a crash does, starts it again, and waits until the flags are known anew. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A throwaway PostgreSQL with everything an episode needs, and this process set to it. */
export async function startWorld(): Promise<World> {
  const cluster = await startTestCluster();
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    Object.assign(process.env, blankEnvironment(process.env), testSettings(template.urls, template.prefix));
    const user = new URL(cluster.adminUrl).username;
    const { admin, end } = connectAdmin(
      urlFor(cluster.adminUrl, user, passwordOf(cluster.adminUrl) ?? '', template.name),
    );
    await admin(FUZZ_SCHEMA);
    // A commit that was answered survives a crash of the server, as it does in a cluster that is meant to last.
    await admin(`ALTER DATABASE ${quoted(template.name)} SET synchronous_commit = on`);
    await hearWalls(admin, template.prefix);
    await makeNoWalls(admin, template.prefix);
    watchDatabase();
    const { serveModel } = await import('../http/serve-model.ts');
    const models = await serveModel();
    const port = await freePort();
    Object.assign(process.env, {
      OPENAI_BASE_URL: models.url,
      OPENAI_MODEL: 'adversary-over-http',
      // It tells people apart by their pseudonyms, which an unknown provider is not sent.
      OPENAI_FAMILY: 'openai',
      PORT: String(port),
      // A micro-USD a token: what the adversary says it used can be added up by hand.
      MODEL_PRICE: '1,1,1',
      // Each episode says from where it comes, as the one proxy in front would.
      TRUSTED_PROXY_HOPS: '1',
    });
    // Loaded only now: these read the environment that was just set.
    const { serveRoutes } = await import('../http/serve-routes.ts');
    const routes = await serveRoutes(port);
    const { tenantTail, writeTemplates } = await import('./write-templates.ts');
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    const { startKillSwitch, stopKillSwitch } = await import('#lib/stages/admission/kill-switch.ts');
    await writeTemplates(admin);
    await startKillSwitch();
    const stop = async () => {
      routes.close();
      models.close();
      stopKillSwitch();
      await closeDatabases();
      await end();
      await cluster.stop();
    };
    const tails = { large: await tenantTail(admin, 'large'), dollar: await tenantTail(admin, 'dollar') };
    return { admin, tails, routes, models, gate: createGate(), restart: () => restart(cluster, admin), stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function restart(cluster: TestCluster, admin: Admin): Promise<void> {
  await cluster.crash();
  // A crash loses the counts by which tables are analysed: without this, plans stay those of an empty database.
  await admin('ANALYZE');
  const { whenFlagsKnown } = await import('#lib/stages/admission/kill-switch.ts');
  await sleep(FLAG_STALE_MS);
  await whenFlagsKnown(AbortSignal.timeout(30_000));
}
