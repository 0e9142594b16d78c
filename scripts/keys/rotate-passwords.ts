import { codeOf, connectRefusal, withClient } from '#scripts/database/connect.ts';
import { scramVerifier } from '#scripts/database/role-sql.ts';
import { loginRoles, newPassword, urlFor } from '#scripts/database/roles.ts';
import { changeSettings, readSettingsFile, type Settings } from '#scripts/settings/env-file.ts';

/** Stands before a setting whose new value is written down and not in force yet. */
export const PENDING = 'PENDING_';
const WRONG_PASSWORD = '28P01';

/** The connection strings in the settings file whose passwords can be changed here: the environment's are another's business. */
export function ownUrls(given: Settings): string[] {
  const file = readSettingsFile();
  return loginRoles.flatMap(({ setting }) => (setting && file[setting] && !given[setting] ? [setting] : []));
}

/**
 * Gives every role that signs in a new password. New ones are written down before any is set, beside the old ones, so that after a
 * crash one of the two works for each role; a second run goes on with the passwords of the first. Each role changes its own: no
 * administrator is needed.
 * @param beside settings to change in the same step in which the new passwords come into force
 * @returns the settings that were changed
 */
export async function rotatePasswords(
  given: Settings,
  beside: Readonly<Record<string, string>>,
): Promise<string[]> {
  const settings = ownUrls(given);
  const file = readSettingsFile();
  const pending = Object.fromEntries(
    settings.map((setting) => [setting, file[PENDING + setting] ?? withNewPassword(file[setting] ?? '')]),
  );
  changeSettings(
    Object.fromEntries(settings.map((setting) => [PENDING + setting, pending[setting] ?? null])),
  );
  for (const setting of settings) await setPassword(setting, file[setting] ?? '', pending[setting] ?? '');
  changeSettings({
    ...pending,
    ...beside,
    ...Object.fromEntries(settings.map((setting) => [PENDING + setting, null])),
  });
  return settings;
}

function withNewPassword(url: string): string {
  return urlFor(url, decodeURIComponent(new URL(url).username), newPassword());
}

/** Signs in by whichever password is in force, and sets the new one. */
async function setPassword(setting: string, oldUrl: string, newUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(newUrl).password);
  const change = (url: string) =>
    // The verifier alone: neither a log nor a statement shows the password.
    withClient(url, (client) =>
      client.query(`ALTER ROLE CURRENT_USER PASSWORD '${scramVerifier(password)}'`),
    );
  try {
    await change(oldUrl).catch((error: unknown) => {
      if (codeOf(error) !== WRONG_PASSWORD) throw error;
      // An earlier run came as far as this.
      return change(newUrl);
    });
  } catch (error) {
    throw connectRefusal(setting, error);
  }
}
