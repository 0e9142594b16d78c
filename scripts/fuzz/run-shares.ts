import { type ChildProcess, fork } from 'node:child_process';
import type { FuzzOptions, Part } from './run-fuzz.ts';

/** What a process of a share sends: that another episode is done, or all that it found. */
export type ShareMessage = { kind: 'advance' } | { kind: 'part'; part: Part };

/** Runs the same command in several processes, each with its share of the random scripts. Throws when one of them ends early. */
export async function runShares(options: FuzzOptions, advance: () => void): Promise<Part[]> {
  const { runs, workers } = options;
  const children: ChildProcess[] = [];
  const endAll = () => children.forEach((child) => child.kill('SIGTERM'));
  process.once('exit', endAll);
  const share = (worker: number) => Math.floor(runs / workers) + (worker < runs % workers ? 1 : 0);
  const parts = Array.from({ length: workers }, (_, worker) => {
    const args = ['--runs', share(worker), '--seed', options.seed, '--worker', worker].map(String);
    if (options.minutes !== null) args.push('--minutes', String(options.minutes));
    const faults = options.mutants
      ? options.only === null
        ? []
        : ['--fault', options.only]
      : ['--no-mutants'];
    const child = fork(process.argv[1] ?? '', [...args, ...faults], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(child);
    return partOf(child, advance);
  });
  try {
    return await Promise.all(parts);
  } finally {
    endAll();
    process.off('exit', endAll);
  }
}

function partOf(child: ChildProcess, advance: () => void): Promise<Part> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ShareMessage) => {
      if (message.kind === 'advance') advance();
      else resolve(message.part);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`A process of the property test ended early, with code ${code}.`)),
    );
  });
}
