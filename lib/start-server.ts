import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { log } from '#lib/kernel/log.ts';
import { drain } from '#lib/kernel/shutdown.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { markClientAddresses } from '#lib/stages/identity/address-mark.ts';
import { startAttackMemory } from '#lib/stages/input-guard/memory/known-attacks.ts';
import { startTimers } from './operations/jobs/start-timers.ts';
import { startWorker } from './operations/jobs/start-worker.ts';
import { TASKS } from './tasks.ts';

/** What a server process does beside answering requests. */
export async function startServer(): Promise<void> {
  const settings = env();
  markClientAddresses();
  await startKillSwitch();
  await startAttackMemory();
  const worker = settings.WORKER === 'in-process' ? await startWorker(TASKS) : null;
  startTimers(TASKS);
  log.info('server.started', { port: settings.PORT });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void Promise.allSettled([drain(), worker?.stop()]).then(() => process.exit(0));
    });
  }
}
