import { z } from 'zod';
import { PROVIDER_FIELDS, type ProviderEnv, providerProblems } from '#lib/kernel/env-provider.ts';
import { number } from '#lib/kernel/env-fields.ts';
import { FAMILY_IDS, isFamilyId } from '#lib/stages/model/families/table.ts';
import { CommandError } from '#scripts/console/step.ts';
import type { Settings } from '#scripts/settings/env-file.ts';

const shape = z.object({ ...PROVIDER_FIELDS, MODEL_FIRST_BYTE_MS: number(0, 30_000, 0) });

/** Settings that say which model answers, by name. */
export const PROVIDER_SETTINGS: readonly string[] = Object.keys(shape.shape);

/**
 * The provider's settings, parsed as the app parses them.
 * @throws {CommandError} one line a problem, naming the setting and never its value
 */
export function readProvider(settings: Settings): ProviderEnv & { MODEL_FIRST_BYTE_MS: number } {
  const given = Object.fromEntries(PROVIDER_SETTINGS.map((name) => [name, settings[name] ?? '']));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new CommandError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  const problems = [...providerProblems(parsed.data), ...familyProblems(parsed.data.OPENAI_FAMILY)];
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
  return parsed.data;
}

/** A name that no table knows would silently mean "the least is sent". */
export function familyProblems(name: string): string[] {
  if (name === '' || isFamilyId(name)) return [];
  return [`OPENAI_FAMILY is no known family. Known: ${FAMILY_IDS.filter((id) => id !== 'demo').join(', ')}`];
}
