import { missingKeks } from '#lib/kernel/cipher/kek/missing-keks.ts';
import { EnvError, parseEnv } from '#lib/kernel/env.ts';
import { CommandError } from '#scripts/console/step.ts';
import { withClient } from '#scripts/database/connect.ts';
import type { Settings } from '#scripts/settings/env-file.ts';

/**
 * Refuses to start anything whose settings lack a key-encryption key that stored data keys need.
 * @throws {CommandError} one line for each, with its name; exit code 2
 */
export async function refuseMissingKeys(settings: Settings): Promise<void> {
  const { rows } = await withClient(settings.DATABASE_URL_APP ?? '', (client) =>
    client.query<{ id: string }>('SELECT kek_id AS id FROM cs.keks_in_use()'),
  );
  try {
    const problems = missingKeks(
      parseEnv({ ...settings }),
      rows.map(({ id }) => id),
    );
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
  } catch (error) {
    if (error instanceof EnvError) throw new CommandError(error.problems.join('\n'));
    throw error;
  }
}
