import { z } from 'zod';
import { importEach } from '#scripts/records/written-pages.ts';
import type { BenchRow } from './rows.ts';

const broughtSchema = z.object({
  BENCHES: z.record(
    z.string(),
    z.custom<() => Promise<BenchRow[]>>((value) => typeof value === 'function'),
  ),
});

/** Benchmarks that operations bring, by name: found by their place, so that one which is taken out takes its own with it. */
export async function broughtBenches(): Promise<Map<string, () => Promise<BenchRow[]>>> {
  const found = await importEach('scripts/*/benches.ts', broughtSchema);
  return new Map(found.flatMap(({ BENCHES }) => Object.entries(BENCHES)));
}
