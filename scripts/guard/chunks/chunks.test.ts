import { expect, it } from 'vitest';
import { allCuts } from './check-chunks.ts';
import { checkOutputs } from './check-outputs.ts';

it('an output comes out the same however it is cut, and guarding it again changes nothing', () => {
  const report = checkOutputs({ outputs: 4, longOutputs: 60, randomCuts: 4_000, seed: 3 });
  expect(report).toMatchObject({ differences: 0, notIdempotent: 0, examples: [] });
  expect(report.touched).toBeGreaterThan(30);
  expect(report.cuts.three).toBeGreaterThan(8_000);
});

it('every way to cut is tried', () => {
  expect([...allCuts(5, 2)]).toEqual([[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]]); // prettier-ignore
  expect([...allCuts(48, 3)]).toHaveLength(16_215);
});
