import { spawn, type ChildProcess } from 'node:child_process';
import { root } from '#scripts/system/paths.ts';

/** A process of ours that runs until it is stopped. */
export type Child = {
  readonly process: ChildProcess;
  /** Resolves when it has ended, with its exit code. */
  readonly ended: Promise<number>;
  /** Asks it to end, and ends it after `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** What it has written so far while it was quiet. */
  readonly output: () => string;
  /** From now on its output goes to ours. */
  readonly show: () => void;
};

/**
 * Starts Node with a channel by which the child sees that we are gone. Its output is kept back until `show`.
 */
export function startChild(args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let kept = '';
  let shown = false;
  const take = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (shown) to.write(chunk);
    else if (kept.length < 200_000) kept += chunk;
  };
  child.stdout?.on('data', take(process.stdout));
  child.stderr?.on('data', take(process.stderr));
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const stop = async (graceMs: number) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { process: child, ended, stop, output: () => kept, show: () => void (shown = true) };
}
