import { MINUTE_MS } from '#lib/kernel/clock.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import { type Explored, LANES, noEpisodes, runMacros, runRandom } from './explore.ts';
import { MACROS } from './macros/all-macros.ts';
import { type MutantReport, scoreAll } from './mutants/score-all.ts';
import { mutantIds } from './mutants/score-mutants.ts';
import { describeReport, type Report } from './report.ts';
import { runShares } from './run-shares.ts';
import type { World } from './world/start-world.ts';

export type FuzzOptions = {
  runs: number;
  seed: number;
  /** No further random episode begins after so many minutes; null: all of them run. */
  minutes: number | null;
  json: boolean;
  mutants: boolean;
  only: string | null;
  /** Processes that share the random scripts, each with a PostgreSQL of its own. */
  workers: number;
  /** Which of them this is; null in the one that people start. */
  worker: number | null;
};

/** What one process found. */
export type Part = { directed: Explored; random: Explored; mutants: MutantReport; exploredMs: number };

const NO_MUTANTS: MutantReport = { results: [], controls: [], steps: 0 };

/** The whole property test: directed scripts, random ones, then every planted fault in both columns. Prints its report. */
export async function runFuzz(options: FuzzOptions, startWorld: () => Promise<World>): Promise<number> {
  const beganMs = performance.now();
  const ids = faultsOf(options);
  const directedCount = options.only === null ? MACROS.length : 0;
  const bar = progressBar(directedCount + options.runs + 2 * ids.length, 'episodes and faults');
  const parts =
    options.workers > 1
      ? await runShares(options, bar.advance)
      : [await runInWorld(options, startWorld, bar.advance)];
  bar.end();
  const report: Report = { seed: options.seed, ...addUp(parts), durationMs: performance.now() - beganMs };
  const { json, text, failed } = describeReport(report);
  process.stdout.write(options.json ? `${JSON.stringify(json)}\n` : text);
  if (options.json && failed) process.stderr.write(text);
  return failed ? 1 : 0;
}

/** The share of one process. The first of several also runs the directed scripts and the planted faults. */
export async function runPart(world: World, options: FuzzOptions, advance: () => void): Promise<Part> {
  const isFirst = (options.worker ?? 0) === 0;
  const beganMs = performance.now();
  const isDirected = isFirst && options.only === null;
  const directed = isDirected ? await runMacros(world, advance) : noEpisodes();
  const seed = options.seed + (options.worker ?? 0) * LANES;
  const { runs, minutes } = options;
  const untilMs = minutes === null ? Infinity : beganMs + minutes * MINUTE_MS;
  const random = runs > 0 ? await runRandom(world, { runs, seed, untilMs, advance }) : noEpisodes();
  const exploredMs = performance.now() - beganMs;
  const ids = isFirst ? faultsOf(options) : [];
  const mutants = ids.length > 0 ? await scoreAll(world, ids, advance) : NO_MUTANTS;
  return { directed, random, mutants, exploredMs };
}

async function runInWorld(options: FuzzOptions, startWorld: () => Promise<World>, advance: () => void) {
  const world = await startWorld();
  try {
    return await runPart(world, options, advance);
  } finally {
    await world.stop();
  }
}

function faultsOf({ mutants, only }: FuzzOptions) {
  return mutants ? mutantIds().filter((id) => only === null || id === only) : [];
}

function addUp(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => Explored): Explored =>
    parts.map(of).reduce((all, one) => ({
      episodes: all.episodes + one.episodes,
      steps: all.steps + one.steps,
      concurrent: all.concurrent + one.concurrent,
      overHttp: all.overHttp + one.overHttp,
      found: [...all.found, ...one.found],
    }));
  return {
    directed: sum(({ directed }) => directed),
    random: sum(({ random }) => random),
    mutants: parts.find(({ mutants }) => mutants.results.length > 0)?.mutants ?? NO_MUTANTS,
    exploredMs: Math.max(...parts.map(({ exploredMs }) => exploredMs)),
  };
}
