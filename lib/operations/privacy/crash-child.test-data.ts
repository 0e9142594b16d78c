// A process of its own that begins a piece of work when it is told to, so that it can be killed in the middle of it.
import { createInterface } from 'node:readline';
import { buildExport } from './export/build-export.ts';
import { runErasure } from './erase/run-erasure.ts';

const WORK = { erase: runErasure, export: buildExport } as const;

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [kind, id = ''] = line.split(' ');
  await (kind === 'erase' ? WORK.erase(id) : WORK.export(id));
  process.stdout.write('done\n');
}
