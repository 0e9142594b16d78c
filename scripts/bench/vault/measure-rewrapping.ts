import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { root } from '#scripts/system/paths.ts';
import type { BenchRow } from '../report.ts';
import type { VaultStore } from './vault-store.ts';

const LEAST_PER_S = 5_000;
const reportSchema = z.object({ rewrapped: z.number(), rewrapMs: z.number() });

/** How many conversations a second `npm run keys:rotate` wraps by a new key: the command itself, in a process of its own. */
export async function measureRewrapping({ world, keys }: VaultStore): Promise<BenchRow[]> {
  const args = [
    '--conditions=react-server',
    '--disable-warning=ExperimentalWarning',
    join(root, 'scripts/commands/keys-rotate.ts'),
    '--json',
  ];
  const env = { ...process.env, ...world.settings };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  const { rewrapped, rewrapMs } = reportSchema.parse(JSON.parse(stdout));
  if (rewrapped !== keys) throw new Error(`${rewrapped} keys were wrapped again, not ${keys}.`);
  const value = (rewrapped / rewrapMs) * 1_000;
  const target = `≥ ${LEAST_PER_S} a second`;
  return [
    {
      id: 're-wrap',
      unit: 'conversations/s',
      value,
      baseline: null,
      ratio: null,
      target,
      met: value >= LEAST_PER_S,
    },
  ];
}
