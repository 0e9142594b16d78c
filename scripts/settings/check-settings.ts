import { publicProblems } from '#lib/kernel/env-checks.ts';
import { EnvError, parseEnv } from '#lib/kernel/env.ts';
import { familyProblems } from '#scripts/model/read-provider.ts';
import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import type { Settings } from './env-file.ts';

/** Stands in for connection strings that set-up is about to write, while everything else is checked. */
const notYet = { DATABASE_URL_APP: 'postgresql://not-yet', DATABASE_URL_AUTH: 'postgresql://not-yet' };

/**
 * Refuses settings that the app would refuse at boot: one line each, naming the variable and never its value.
 * @param options.beforeSetUp connection strings may still be missing
 * @throws {CommandError} exit code 2
 */
export function checkSettings(settings: Settings, options: { beforeSetUp: boolean }): void {
  if (installation.isLab) refusePublicLab(settings);
  try {
    const parsed = parseEnv(options.beforeSetUp ? { ...settings, ...notYet } : { ...settings });
    const problems = familyProblems(parsed.OPENAI_FAMILY);
    if (problems.length > 0) throw new EnvError(problems);
  } catch (error) {
    if (error instanceof EnvError) throw new CommandError(error.problems.join('\n'));
    throw error;
  }
}

/** Before anything else, so that it is said in the words of whoever typed LAB=1. */
function refusePublicLab({ HOST, PUBLIC_URL, CONFIRM_PUBLIC_DEMO }: Settings): void {
  const opened = { HOST: HOST || '127.0.0.1', CONFIRM_PUBLIC_DEMO: CONFIRM_PUBLIC_DEMO === '1' };
  const problems = publicProblems('LAB', opened, URL.parse(PUBLIC_URL ?? '') ?? new URL('http://localhost'));
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
}
