import { progressBar } from '#scripts/liveness/progress-bar.ts';
import { type Explored, runMacros, runRandom } from './explore.ts';
import { MACROS } from './macros/all-macros.ts';
import { type MutantReport, scoreAll } from './mutants/score-all.ts';
import { mutantIds } from './mutants/score-mutants.ts';
import { describeReport, type Report } from './report.ts';
import type { World } from './world/start-world.ts';

export type FuzzOptions = {
  runs: number;
  seed: number;
  json: boolean;
  mutants: boolean;
  only: string | null;
};

const NO_MUTANTS: MutantReport = { results: [], controls: [], steps: 0 };

/** The whole property test: directed scripts, random ones, then every planted fault in both columns. */
export async function runFuzz(world: World, options: FuzzOptions): Promise<number> {
  const beganMs = performance.now();
  const ids = options.mutants ? mutantIds().filter((id) => options.only === null || id === options.only) : [];
  const bar = progressBar(MACROS.length + options.runs + 2 * ids.length, 'episodes and faults');
  const directed = options.only === null ? await runMacros(world, bar.advance) : emptyRun();
  const random = options.runs > 0 ? await runRandom(world, { ...options, advance: bar.advance }) : emptyRun();
  const exploredMs = performance.now() - beganMs;
  const mutants = ids.length > 0 ? await scoreAll(world, ids, bar.advance) : NO_MUTANTS;
  bar.end();
  const report: Report = {
    seed: options.seed,
    directed,
    random,
    mutants,
    exploredMs,
    durationMs: performance.now() - beganMs,
  };
  const { json, text, failed } = describeReport(report);
  process.stdout.write(options.json ? `${JSON.stringify(json)}\n` : text);
  if (options.json && failed) process.stderr.write(text);
  return failed ? 1 : 0;
}

function emptyRun(): Explored {
  return { episodes: 0, steps: 0, concurrent: 0, overHttp: 0, found: [] };
}
