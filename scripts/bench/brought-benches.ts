import { z } from 'zod';
import { importEach } from '#scripts/records/written-pages.ts';
import type { BenchRow } from './report.ts';

const broughtSchema = z.object({
  BENCHES: z.record(
    z.string(),
    z.object({
      what: z.string(),
      measure: z.custom<() => Promise<BenchRow[]>>((value) => typeof value === 'function'),
    }),
  ),
});
type Brought = z.infer<typeof broughtSchema>['BENCHES'];

/** Benchmarks that operations bring, by name: found by their place, so that one which is taken out takes its own with it. */
export async function broughtBenches(): Promise<Brought> {
  const found = await importEach('scripts/*/benches.ts', broughtSchema);
  return Object.assign({}, ...found.map(({ BENCHES }) => BENCHES));
}
