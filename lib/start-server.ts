import 'server-only';
import { missingKeks } from '#lib/kernel/cipher/kek/missing-keks.ts';
import { database } from '#lib/kernel/db.ts';
import { env, EnvError, startSecrets } from '#lib/kernel/env.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { guardOutput } from '#lib/kernel/secrets/guard-output.ts';
import { noteSecrets } from '#lib/kernel/secrets/note-secrets.ts';
import { drain } from '#lib/kernel/shutdown.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { markClientAddresses } from '#lib/stages/identity/address-mark.ts';
import { startAttackMemory } from '#lib/stages/input-guard/memory/known-attacks.ts';
import { hearModelAlerts, modelsInUse } from '#lib/stages/model/choose-model.ts';
import { fallbackRefusal } from '#lib/stages/model/fallback/fallback-settings.ts';
import { PRICE_LINE, priceOf } from '#lib/stages/model/price-of.ts';
import { checkProviderFiles } from '#lib/stages/model/provider-settings.ts';
import { tellOperators } from './operations/jobs/alert-operators.ts';
import { offerTick } from './operations/jobs/offered-tick.ts';
import { startTimers } from './operations/jobs/start-timers.ts';
import { startWorker } from './operations/jobs/start-worker.ts';
import { TASKS } from './tasks.ts';

/** What a server process does beside answering requests. */
export async function startServer(): Promise<void> {
  // The framework goes on after an error that nobody caught, and prints it.
  guardOutput({ exits: false });
  await orRefuse(() => startSecrets(noteSecrets));
  const settings = env();
  checkProviderFiles(settings);
  refuseUnknownCost(settings.PRODUCTION);
  const refusal = fallbackRefusal(settings);
  if (refusal) refuseIfWrong(new EnvError([refusal]));
  await refuseMissingKeys();
  markClientAddresses();
  hearModelAlerts(tellOperators);
  await startKillSwitch();
  await startAttackMemory();
  const worker = settings.WORKER === 'in-process' ? await startWorker(TASKS) : null;
  startTimers(TASKS);
  offerTick(TASKS);
  log.info('server.started', { port: settings.PORT });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void Promise.allSettled([drain(), worker?.stop()]).then(() => process.exit(0));
    });
  }
}

/** A model whose price nobody knows is refused in production; elsewhere it runs, capped by tokens. */
function refuseUnknownCost(isProduction: boolean): void {
  for (const name of modelsInUse().filter((model) => !priceOf(model))) {
    process.stderr.write(`OPENAI_MODEL: the cost of ${plainName(name)} is unknown. Put ${PRICE_LINE}\n`);
    if (isProduction) process.exit(2);
    log.warn('model.cost_unknown', { model: name });
  }
}

function plainName(name: string): string {
  return name.replaceAll(/[^\w.:/-]/g, '').slice(0, 100);
}

/** Ends the process where a stored key could not be unwrapped. A database that is away is no reason: without the key nothing opens either. */
async function refuseMissingKeys(): Promise<void> {
  try {
    const rows = await database('app').$queryRaw<
      { kekId: string }[]
    >`SELECT kek_id AS "kekId" FROM cs.keks_in_use()`;
    const problems = missingKeks(
      env(),
      rows.map(({ kekId }) => kekId),
    );
    if (problems.length > 0) throw new EnvError(problems);
  } catch (error) {
    refuseIfWrong(error);
    const { name, code } = reduceError(error);
    log.warn('keys.unchecked', { errorName: name, errorCode: code });
  }
}

/** Ends the process, with a line for each problem, where settings or secrets are wrong. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    refuseIfWrong(error);
    throw error;
  }
}

function refuseIfWrong(error: unknown): void {
  if (!(error instanceof EnvError)) return;
  process.stderr.write(`${error.problems.join('\n')}\n`);
  process.exit(2);
}
