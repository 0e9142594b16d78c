import { heartbeat, seconds, stepLine } from '#scripts/bootstrap/say.mjs';

/** A refusal in plain words: one line on standard error, exit code 2 (or the one given), no stack. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(line: string, exitCode = 2) {
    super(line);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/**
 * Runs one step and prints its line: label, what the step returned, seconds. Long steps say now and then that they run.
 * @returns what `run` returned
 */
export async function step(label: string, run: () => Promise<string> | string): Promise<string> {
  const began = performance.now();
  const stop = heartbeat(label);
  try {
    const text = await run();
    process.stdout.write(stepLine(label, text, seconds(began)));
    return text;
  } finally {
    stop();
  }
}

/** The first line of an error's message: database libraries print arguments in the rest. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.trim().split('\n')[0] ?? '';
}

/**
 * Runs a command's main function and ends the process: 0, the refusal's exit code, or 1 for anything unforeseen.
 * A handler that is still registered for signals decides for itself when the process ends.
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const known = error instanceof CommandError;
    process.stderr.write(`${known ? error.message : `Failed: ${firstLine(error)}`}\n`);
    if (!known && process.env.LOG_LEVEL === 'debug' && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    process.exitCode = known ? error.exitCode : 1;
  }
}
