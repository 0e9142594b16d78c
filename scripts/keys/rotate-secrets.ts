import { noteRotation } from '#lib/operations/keys/note-rotation.ts';
import { readSettingsFile, type Settings } from '#scripts/settings/env-file.ts';
import { ownUrls, rotatePasswords } from './rotate-passwords.ts';
import { KEPT, PASSWORD_EFFECT, SECRETS } from './secrets-table.ts';

export type SecretReport = { setting: string; rotated: boolean; effect: string };

/** What `rotateSecrets` would do: everything that is in the settings file, and nothing that the environment gives. */
export function describeSecrets(given: Settings): SecretReport[] {
  const file = readSettingsFile();
  const own = new Set(ownUrls(given));
  const secrets = SECRETS.map(({ setting, effect }) => report(setting, effect, file, given));
  const urls = Object.keys({ ...file, ...given })
    .filter((setting) => /^DATABASE_URL_[A-Z]+$/.test(setting))
    .map((setting) =>
      own.has(setting) ? { setting, rotated: true, effect: PASSWORD_EFFECT } : report(setting, '', {}, given),
    );
  const kept = Object.entries(KEPT).map(([setting, effect]) => ({ setting, rotated: false, effect }));
  return [...secrets, ...urls, ...kept];
}

function report(setting: string, effect: string, file: Settings, given: Settings): SecretReport {
  if (given[setting])
    return { setting, rotated: false, effect: 'comes from the environment: change it there' };
  if (!file[setting]) return { setting, rotated: false, effect: 'is not set' };
  return { setting, rotated: true, effect };
}

/**
 * New secrets and passwords for everything that the settings file holds. They come into force together, in one step, once every
 * role of the database has its new password; a run that ends before that is finished by the next.
 */
export async function rotateSecrets(given: Settings): Promise<SecretReport[]> {
  const reports = describeSecrets(given);
  const file = readSettingsFile();
  const fresh: Record<string, string> = {};
  for (const { setting, make } of SECRETS)
    if (reports.some((one) => one.setting === setting && one.rotated)) fresh[setting] = make();
  // Hashes that were made by the old session secret stay what they are.
  if (fresh.SESSION_SECRET && !file.HASH_SECRET && !given.HASH_SECRET)
    fresh.HASH_SECRET = file.SESSION_SECRET ?? '';
  await rotatePasswords(given, fresh);
  // This process's own connection was made before: it lasts.
  for (const { setting, rotated } of reports) if (rotated) await noteRotation({ secret: setting });
  return reports;
}
