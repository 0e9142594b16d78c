import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandError } from './step.ts';

/** What a command was called with. Throws a `CommandError` of one sentence for an option that it does not have. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CommandError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'Unknown option');
  }
}

/** The number behind an option. Throws a `CommandError` for anything else than a whole one within the bounds. */
export function wholeNumber(
  name: string,
  text: string,
  { least = 0, most }: { least?: number; most: number },
) {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most)
    throw new CommandError(`${name} takes a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}
