import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { inBenchWorld } from '#scripts/bench/bench-world.ts';
import type { BenchRow } from '#scripts/bench/report.ts';
import { storeMessages } from '#scripts/bench/stored-messages.ts';
import { root } from '#scripts/system/paths.ts';

const CONVERSATIONS = 100;
const MESSAGES_EACH = 1_000;
const MOST_MEGABYTES = 256;
const MEGABYTE = 1024 * 1024;
/** What the process that makes the copy may hold, in megabytes: what one without a bound takes beyond is garbage it saw no need to collect. */
const BOUNDED_HEAP = ['--max-old-space-size=80', '--max-semi-space-size=2'] as const;

const builtSchema = z.object({
  outcome: z.literal('ready'),
  startBytes: z.number(),
  peakBytes: z.number(),
  ms: z.number(),
});

/**
 * A copy of 100,000 messages of one person, made in a process of its own: its largest resident memory, beside what that had at its start.
 * Made twice: with a heap that holds little, and with one that grows as it likes.
 */
export function measureExport(): Promise<BenchRow[]> {
  return inBenchWorld(1, async ({ adminUrl, viewers: [viewer] }) => {
    if (!viewer) throw new RangeError('Whose copy?');
    const shape = { viewers: [viewer], conversations: CONVERSATIONS, messagesEach: MESSAGES_EACH };
    await storeMessages(adminUrl, shape);
    const bounded = buildApart(await request(viewer), BOUNDED_HEAP);
    const unbounded = buildApart(await request(viewer), []);
    return [
      memoryRow('export.peak-memory', bounded, MOST_MEGABYTES),
      memoryRow('export.peak-memory-unbounded-heap', unbounded, null),
      speedRow('export.speed', bounded),
      speedRow('export.speed-unbounded-heap', unbounded),
    ];
  });
}

async function request(viewer: Viewer): Promise<string> {
  const { requestExport } = await import('#lib/operations/privacy/export/request-export.ts');
  return (await requestExport(viewer, { requestId: newId() })).exportId;
}

type Built = z.infer<typeof builtSchema>;

function memoryRow(id: string, { startBytes, peakBytes }: Built, most: number | null): BenchRow {
  const peak = peakBytes / MEGABYTE;
  const start = startBytes / MEGABYTE;
  const target = most === null ? 'none' : `≤ ${most} MB`;
  const met = most === null || peak <= most;
  return { id, unit: 'MB', value: peak, baseline: start, ratio: peak / start, target, met };
}

function speedRow(id: string, { ms }: Built): BenchRow {
  const perSecond = (CONVERSATIONS * MESSAGES_EACH) / (ms / 1000);
  return {
    id,
    unit: 'messages/s',
    value: perSecond,
    baseline: null,
    ratio: null,
    target: 'none',
    met: true,
  };
}

function buildApart(exportId: string, heap: readonly string[]): Built {
  const file = join(root, 'scripts/privacy/build-apart.ts');
  const flags = [
    ...heap,
    '--conditions=react-server',
    '--disable-warning=ExperimentalWarning',
    file,
    exportId,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') throw new Error(`The copy was not made: ${stderr.slice(0, 300)}`);
  return builtSchema.parse(JSON.parse(line));
}
