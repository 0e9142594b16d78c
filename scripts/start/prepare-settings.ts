import { isLoopbackHost } from '#lib/kernel/env-rules.ts';
import { checkSettings } from '#scripts/settings/check-settings.ts';
import { addMissingSettings, readSettings, type Settings } from '#scripts/settings/env-file.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';

/** Only a demonstration on this machine is opened without being asked for. */
function mayOpenDemo(settings: Settings): boolean {
  const url = URL.parse(settings.PUBLIC_URL ?? '');
  return (!url || isLoopbackHost(url.hostname)) && isLoopbackHost(settings.HOST || '127.0.0.1');
}

/**
 * Writes what `.env.local` lacks and checks the whole.
 * @param options.demo turn the demonstration on where nobody has decided yet
 */
export function prepareSettings(options: { demo: boolean }): { settings: Settings; text: string } {
  const { DEMO_PASSWORD, ...secrets } = newSecrets();
  const wanted: Record<string, string> = { ...secrets };
  // An installation that hashed by its session secret goes on with what its hashes were made by.
  const { SESSION_SECRET: before } = readSettings();
  if (before) wanted.HASH_SECRET = before;
  if (options.demo && mayOpenDemo(readSettings())) Object.assign(wanted, { DEMO: '1', DEMO_PASSWORD });
  // What the environment decides need not be written down.
  const added = addMissingSettings(
    Object.fromEntries(Object.entries(wanted).filter(([name]) => process.env[name] === undefined)),
  );
  const settings = readSettings();
  checkSettings(settings, { beforeSetUp: true });
  return {
    settings,
    text: added.length === 0 ? '.env.local kept as it is' : `.env.local (0600): ${added.join(', ')} added`,
  };
}
