import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import { root } from '#scripts/system/paths.ts';
import { nextCli, noEnvFiles } from './build-app.ts';
import { startChild, type Child } from './child.ts';

/** How long the app may go on with what it has begun once it is asked to end. */
export const drainMs = 10_500;

const watchParent = pathToFileURL(join(root, 'scripts', 'start', 'watch-parent.mjs')).href;

export type AppOptions = {
  readonly mode: 'start' | 'dev';
  readonly port: number;
  readonly host: string;
  readonly env: Readonly<Record<string, string>>;
};

/** The address to ask for the app's health: a wildcard host is asked on loopback. */
function healthUrl({ host, port }: AppOptions): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/health`;
}

/**
 * Starts Next and waits until it answers.
 * @throws {CommandError} with what it wrote, where it ends before that
 */
export async function startAppProcess(options: AppOptions): Promise<Child> {
  // The database client asks a transaction's connection several things at once, which its driver warns of: nothing an operator could mend.
  const quiet = options.mode === 'start' ? ['--disable-warning=DeprecationWarning'] : [];
  const args = [
    ...quiet,
    '--import',
    watchParent,
    nextCli,
    options.mode,
    '-p',
    String(options.port),
    '-H',
    options.host,
  ];
  const given = options.mode === 'start' || installation.isLab ? noEnvFiles : {};
  const env = { ...process.env, ...given, ...options.env, NEXT_TELEMETRY_DISABLED: '1' };
  const child = startChild(args, { ...env, NODE_ENV: options.mode === 'dev' ? 'development' : 'production' });
  let over = false;
  void child.ended.then(() => (over = true));
  const deadline = performance.now() + 120_000;
  while (!over && performance.now() < deadline) {
    const answer = await fetch(healthUrl(options), { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    if (answer?.ok) return child;
    await sleep(100);
  }
  await child.stop(1000);
  throw new CommandError(`The app did not start:\n${child.output().trim()}`, 1);
}
