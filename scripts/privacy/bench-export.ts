import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '#lib/kernel/ids.ts';
import { inBenchWorld } from '#scripts/bench/bench-world.ts';
import type { BenchRow } from '#scripts/bench/report.ts';
import { storeMessages } from '#scripts/bench/stored-messages.ts';
import { root } from '#scripts/system/paths.ts';

const CONVERSATIONS = 100;
const MESSAGES_EACH = 1_000;
const MOST_MEGABYTES = 256;
const MEGABYTE = 1024 * 1024;

const builtSchema = z.object({
  outcome: z.literal('ready'),
  startBytes: z.number(),
  peakBytes: z.number(),
  ms: z.number(),
});

/** A copy of 100,000 messages of one person, made in a process of its own: its largest resident memory, beside what that had at its start. */
export function measureExport(): Promise<BenchRow[]> {
  return inBenchWorld(1, async ({ adminUrl, viewers: [viewer] }) => {
    if (!viewer) throw new RangeError('Whose copy?');
    const { requestExport } = await import('#lib/operations/privacy/export/request-export.ts');
    const shape = { viewers: [viewer], conversations: CONVERSATIONS, messagesEach: MESSAGES_EACH };
    await storeMessages(adminUrl, shape);
    const { exportId } = await requestExport(viewer, { requestId: newId() });
    const { startBytes, peakBytes, ms } = buildApart(exportId);
    const peak = peakBytes / MEGABYTE;
    const start = startBytes / MEGABYTE;
    const perSecond = (CONVERSATIONS * MESSAGES_EACH) / (ms / 1000);
    return [
      {
        id: 'export.peak-memory',
        unit: 'MB',
        value: peak,
        baseline: start,
        ratio: peak / start,
        target: `≤ ${MOST_MEGABYTES} MB`,
        met: peak <= MOST_MEGABYTES,
      },
      {
        id: 'export.speed',
        unit: 'messages/s',
        value: perSecond,
        baseline: null,
        ratio: null,
        target: 'none',
        met: true,
      },
    ];
  });
}

function buildApart(exportId: string): z.infer<typeof builtSchema> {
  const file = join(root, 'scripts/privacy/build-apart.ts');
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', file, exportId];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') throw new Error(`The copy was not made: ${stderr.slice(0, 300)}`);
  return builtSchema.parse(JSON.parse(line));
}
