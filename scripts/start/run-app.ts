import { fallbackNoticeOf } from '#lib/stages/model/fallback/fallback-settings.ts';
import { isProviderSet, noticeOf } from '#lib/stages/model/provider-settings.ts';
import { CommandError, step } from '#scripts/console/step.ts';
import { privacyLines } from '#scripts/model/describe-check.ts';
import { reloadSetting, type Settings } from '#scripts/settings/env-file.ts';
import { installation } from '#scripts/system/installation.ts';
import { isPortFree } from '#scripts/system/ports.ts';
import { drainMs, startAppProcess } from './app-process.ts';
import type { Child } from './child.ts';
import { startDemoModelProcess } from './demo-model-process.ts';
import { refuseMissingKeys } from './refuse-missing-keys.ts';

export type RunMode = 'start' | 'dev' | 'serve';

/** Where the app will listen. */
export function addressOf(settings: Settings): { port: number; host: string } {
  return { port: Number(settings.PORT || installation.port), host: settings.HOST || '127.0.0.1' };
}

/**
 * Refuses a port that something else holds, before any work is done.
 * @throws {CommandError} exit code 2
 */
export async function refuseUsedPort(settings: Settings): Promise<void> {
  const { port, host } = addressOf(settings);
  if (await isPortFree(port, host)) return;
  throw new CommandError(
    `PORT: ${port} is in use on ${host}. Stop what uses it, or choose another: PORT=${port + 1}.`,
  );
}

/** Which model will answer, in words; then what its provider keeps, and which wish for privacy it does not take. */
export function modelLines(settings: Settings): string[] {
  const notice = noticeOf(settings);
  if (!notice) return ['the scripted demo model (set OPENAI_API_KEY for a real one)'];
  return [
    `${settings.OPENAI_MODEL || 'the default model'} at ${notice.host} (${notice.name})`,
    ...privacyLines(notice),
    ...secondLines(settings),
  ];
}

/** Who is asked second, which is another processor of what people write: said at the start, and refused there where privacy forbids it. */
function secondLines(settings: Settings): string[] {
  const second = fallbackNoticeOf({ FALLBACK_BASE_URL: '', FALLBACK_FAMILY: '', ...settings });
  if (!second) return [];
  const lines = privacyLines(second).map((line) => `  ${line}`);
  return [
    `where it does not answer: ${settings.FALLBACK_MODEL ?? ''} at ${second.host} (${second.name})`,
    ...lines,
  ];
}

/**
 * What the attack lab has beside the app: started once the app answers, ended before it. `lines` are said instead of how to sign in;
 * `exitCode` ends the command at once: it was a check.
 */
export type Beside = (
  settings: Settings,
) => Promise<{ lines: readonly string[]; stop: () => Promise<void>; exitCode?: number }>;

function printReady(settings: Settings, port: number, own?: readonly string[]): void {
  const lines = [`\nReady: http://localhost:${port}`, ...(own ?? [])];
  if (settings.DEMO === '1' && !own) {
    lines.push('Sign in:  "Continue as Northwind\'s owner" on that page, or');
    lines.push('          owner@northwind.test with the DEMO_PASSWORD of .env.local');
  }
  const [model = '', ...more] = modelLines(settings);
  lines.push(`Model:    ${model}`, ...more.map((line) => `          ${line}`), 'Stop:     Ctrl-C');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Connection strings that only set-up, seeds and checks use: whoever breaks into the app finds neither the owner nor an administrator. */
const notForTheApp = [
  'DATABASE_URL',
  'DATABASE_URL_OWNER',
  'DATABASE_URL_SEAL',
  'DATABASE_URL_AUDIT',
] as const;

/** The attack lab makes tenants for every run and reads their ledger as the owner: nothing else is in its database. */
const withheld: readonly string[] = installation.isLab
  ? notForTheApp.filter((name) => name !== 'DATABASE_URL_OWNER')
  : notForTheApp;

/** What the app is given. Blank and not absent, because what is absent is inherited from our own environment. */
export function appSettings(settings: Settings): Settings {
  // Passwords that a rotation wrote down and has not set yet.
  const pending = Object.keys(settings).filter((name) => name.startsWith('PENDING_'));
  const blank = [...withheld, ...withheld.map((name) => `${name}_FILE`), ...pending];
  return {
    ...settings,
    ...Object.fromEntries(blank.map((name) => [name, ''])),
    // Where a service keeps them, the app asks it by itself.
    SECRETS_WITHHELD: withheld.join(','),
  };
}

/** Resolves with the exit code when the app ends by itself, or with 0 when the command is asked to end. */
async function untilOver(app: Child, asked: Promise<string>): Promise<number> {
  const ended = await Promise.race([app.ended, asked.then(() => null)]);
  if (ended === null) return 0;
  process.stderr.write(`The app ended by itself (exit code ${ended}).\n`);
  return 1;
}

/**
 * Runs the app, and the demo model where no provider is configured, until one ends or the command is asked to end.
 * @returns the exit code
 */
export async function runApp(
  mode: RunMode,
  settings: Settings,
  asked: Promise<string>,
  startBeside?: Beside,
): Promise<number> {
  await refuseMissingKeys(settings);
  const { port, host } = addressOf(settings);
  const env: Record<string, string> = {
    ...appSettings(settings),
    ...reloadSetting(),
    PORT: String(port),
    HOST: host,
    RUN_MODE: mode,
  };
  const children: { child: Child; graceMs: number }[] = [];
  let beside: Awaited<ReturnType<Beside>> | undefined;
  try {
    if (!isProviderSet(settings) && !settings.DEMO_MODEL_URL) {
      const demo = await startDemoModelProcess({ DEMO_MODEL_PACE_MS: settings.DEMO_MODEL_PACE_MS ?? '' });
      children.push({ child: demo.child, graceMs: 1000 });
      env.DEMO_MODEL_URL = demo.url;
    }
    let app: Child | undefined;
    await step('App', async () => {
      app = await startAppProcess({ mode: mode === 'dev' ? 'dev' : 'start', port, host, env });
      return `listens on ${host}:${port}`;
    });
    if (!app) throw new CommandError('The app did not start.', 1);
    children.unshift({ child: app, graceMs: drainMs });
    for (const { child } of children) child.show();
    beside = await startBeside?.(settings);
    if (beside?.exitCode !== undefined) return beside.exitCode;
    printReady(settings, port, beside?.lines);
    return await untilOver(app, asked);
  } finally {
    await beside?.stop();
    for (const { child, graceMs } of children) await child.stop(graceMs);
  }
}
