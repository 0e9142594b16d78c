import { basename } from 'node:path';
import { isLoopbackHost } from '#lib/kernel/env-rules.ts';
import { checkSettings } from '#scripts/settings/check-settings.ts';
import { addMissingSettings, readSettings, type Settings, settingsFile } from '#scripts/settings/env-file.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';
import { installation } from '#scripts/system/installation.ts';

/** Only a demonstration on this machine is opened without being asked for; the attack lab is one, and refused elsewhere. */
function mayOpenDemo(settings: Settings): boolean {
  const url = URL.parse(settings.PUBLIC_URL ?? '');
  return (!url || isLoopbackHost(url.hostname)) && isLoopbackHost(settings.HOST || '127.0.0.1');
}

/**
 * Writes what the settings file lacks and checks the whole.
 * @param options.demo turn the demonstration on where nobody has decided yet
 * @param options.more secrets that this installation needs besides
 */
export function prepareSettings(options: { demo: boolean; more?: Settings }): {
  settings: Settings;
  text: string;
} {
  const { DEMO_PASSWORD, ...secrets } = newSecrets();
  const wanted: Record<string, string> = { ...secrets, ...options.more };
  // An installation that hashed by its session secret goes on with what its hashes were made by.
  const { SESSION_SECRET: before } = readSettings();
  if (before) wanted.HASH_SECRET = before;
  if (options.demo && (installation.isLab || mayOpenDemo(readSettings())))
    Object.assign(wanted, { DEMO: '1', DEMO_PASSWORD });
  // What the environment decides need not be written down.
  const added = addMissingSettings(
    Object.fromEntries(Object.entries(wanted).filter(([name]) => process.env[name] === undefined)),
  );
  const file = basename(settingsFile);
  const settings = readSettings();
  checkSettings(settings, { beforeSetUp: true });
  return {
    settings,
    text: added.length === 0 ? `${file} kept as it is` : `${file} (0600): ${added.join(', ')} added`,
  };
}
