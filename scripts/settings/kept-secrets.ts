import { sourcesOf, whyUnread } from '#lib/kernel/secrets/start-keeping.ts';
import { CommandError } from '#scripts/console/step.ts';
import type { Settings } from './env-file.ts';

/**
 * The settings with the secrets that files and services keep, read once: for a command that needs them before the app does.
 * @throws {CommandError} exit code 2, where one can't be read
 */
export async function withKeptSecrets(settings: Settings): Promise<Settings> {
  try {
    const layers = await Promise.all(sourcesOf(settings).map(({ read }) => read()));
    return Object.assign({}, settings, ...layers);
  } catch (error) {
    throw new CommandError(whyUnread(error));
  }
}
