import 'server-only';
import { buildExport } from './export/build-export.ts';
import { listWaiting, sweepExports } from './export/sweep-exports.ts';
import { listUnfinished, runErasure } from './erase/run-erasure.ts';

/** The task `privacy.export`: copies that were asked for just now. */
export async function workOnExports(ids: readonly string[]): Promise<void> {
  for (const id of ids) await buildExport(id);
}

/** The task `privacy.erase`: erasures that were begun just now, where the request did not see them through itself. */
export async function workOnErasures(ids: readonly string[]): Promise<void> {
  for (const id of ids) await runErasure(id);
}

/** Goes on with whatever was left unfinished, by a crash or an outage. The rows say what that is: no job need survive. */
export async function goOnWithPrivacy(): Promise<void> {
  await workOnErasures(await listUnfinished());
  await workOnExports(await listWaiting());
  await sweepExports();
}
