import 'server-only';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { forgetTurns } from './erase/forget-turns.ts';
import { listUnfinished, runErasure } from './erase/run-erasure.ts';
import { buildExport } from './export/build-export.ts';
import { listWaiting, sweepExports } from './export/sweep-exports.ts';

/** The task `privacy.export`: copies that were asked for just now. */
export async function workOnExports(ids: readonly string[]): Promise<void> {
  await eachOf(ids.map((id) => () => buildExport(id)));
}

/** The task `privacy.erase`: erasures that were begun just now, where the request did not see them through itself. */
export async function workOnErasures(ids: readonly string[]): Promise<void> {
  await eachOf(ids.map((id) => () => runErasure(id)));
}

/**
 * Goes on with whatever was left unfinished, by a crash or an outage. The rows say what that is: no job need survive. What has run out
 * goes first, because it asks for little; then each erasure and each copy, whatever becomes of the others.
 */
export async function goOnWithPrivacy(): Promise<void> {
  await eachOf([
    sweepExports,
    forgetTurns,
    async () => workOnErasures(await listUnfinished()),
    async () => workOnExports(await listWaiting()),
  ]);
}

/** One after the other, all of them: what fails is noted and keeps nothing else from its turn. Throws the first failure at the end. */
async function eachOf(pieces: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const piece of pieces) {
    try {
      await piece();
    } catch (error) {
      log.error('privacy.failed', { errorName: reduceError(error).name });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
