import { createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { passwordOf, urlFor } from '#scripts/database/roles.ts';
import { connectAdmin } from '#scripts/fuzz/world/admin.ts';
import { makeNoWalls } from '#scripts/fuzz/world/walls.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { startDemoModelProcess } from '#scripts/start/demo-model-process.ts';
import { freePort } from '#scripts/system/ports.ts';
import { blankEnvironment, testSettings } from '#scripts/test/test-env.ts';
import type { House } from '#lib/operations/lab/run/house.ts';
import { CLOCK_SCHEMA } from '../clock-schema.ts';
import { renderAt } from '#lib/operations/lab/page/render-at.ts';
import { startRenderProcess } from '../render/render-process.ts';

export type LabWorld = { readonly house: House; readonly url: string; readonly stop: () => Promise<void> };

/**
 * A throwaway PostgreSQL with the lab's schema, the application's routes on a free port, the model and the renderer in processes of their
 * own, and this process set to all of it. `provider`: settings that choose another model than the demonstration one.
 */
export async function startWorld(provider: Readonly<Record<string, string>> = {}): Promise<LabWorld> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const cluster = await startTestCluster();
    stops.push(() => cluster.stop());
    const template = await createTemplateDatabase(cluster.adminUrl);
    Object.assign(process.env, blankEnvironment(process.env), testSettings(template.urls, template.prefix));
    const user = new URL(cluster.adminUrl).username;
    const { admin, end } = connectAdmin(
      urlFor(cluster.adminUrl, user, passwordOf(cluster.adminUrl) ?? '', template.name),
    );
    stops.push(end);
    for (const statement of CLOCK_SCHEMA) await admin(statement);
    await makeNoWalls(admin, template.prefix);
    const model = await startDemoModelProcess({ DEMO_MODEL_PACE_MS: '0' });
    stops.push(() => model.child.stop(1_000));
    const renderer = await startRenderProcess();
    stops.push(() => renderer.child.stop(1_000));
    const port = await freePort();
    Object.assign(process.env, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DEMO_MODEL_URL: model.url,
      // Whoever looks on learns which rule it was, as trainers do.
      DEMO: '1',
      ...provider,
    });
    return { ...(await openHouse({ admin, port, renderUrl: renderer.url, stops })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Opening = { admin: House['admin']; port: number; renderUrl: string; stops: (() => unknown)[] };

/** Loaded only now: everything here reads the environment that was just set. */
async function openHouse({ admin, port, renderUrl, stops }: Opening): Promise<Omit<LabWorld, 'stop'>> {
  const { serveApp } = await import('../http/serve-app.ts');
  const { closeDatabases } = await import('#lib/kernel/db.ts');
  const { startKillSwitch, stopKillSwitch } = await import('#lib/stages/admission/kill-switch.ts');
  const { startInbox } = await import('#lib/operations/lab/inbox/start-inbox.ts');
  const { startTurn } = await import('#lib/turn.ts');
  const { callApp } = await import('#lib/operations/lab/run/call-app.ts');
  stops.push(closeDatabases);
  await startKillSwitch();
  stops.push(stopKillSwitch);
  const app = await serveApp(port);
  stops.push(app.close);
  // After the application is served, which teaches this process where the framework's modules are.
  const { readPagePolicy } = await import('../http/page-policy.ts');
  const inbox = await startInbox();
  stops.push(() => inbox.close());
  const house: House = {
    startTurn,
    call: (request) => callApp(app.url, request),
    origin: app.url,
    admin,
    render: (text, isAllowListOn) => renderAt(renderUrl, text, isAllowListOn),
    pagePolicy: () => Promise.resolve(readPagePolicy(app.url)),
    inbox,
  };
  return { house, url: app.url };
}
