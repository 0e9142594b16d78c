import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { root } from '#scripts/system/paths.ts';

export type Finished = { readonly code: number; readonly output: string };

const running = new Set<ChildProcess>();
let ending = false;

/** Ends a program and everything it started: each runs in a process group of its own. */
function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (!child.pid || child.exitCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** Ends every program that still runs: first asked, after `graceMs` made to. */
export async function endPrograms(graceMs: number): Promise<void> {
  ending = true;
  const ended = [...running].map(
    (child) => new Promise<void>((resolve) => child.once('close', () => resolve())),
  );
  for (const child of running) endGroup(child, 'SIGTERM');
  const timer = setTimeout(() => {
    for (const child of running) endGroup(child, 'SIGKILL');
  }, graceMs);
  await Promise.all(ended);
  clearTimeout(timer);
}

/** Runs a program to its end and keeps what it writes. */
export function runProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  // Once the run is being ended its next step must not begin.
  if (ending) return new Promise(() => undefined);
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-400_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${file}: ${error.message}` });
    });
    child.on('close', (code) => {
      running.delete(child);
      // What it may have left behind in its group.
      endGroup(child, 'SIGKILL');
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The same for a file that Node runs. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  return runProgram(process.execPath, args, env);
}
