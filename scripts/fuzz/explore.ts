import fc from 'fast-check';
import { type Command, printScript } from './episode/commands.ts';
import { runEpisode } from './episode/run-episode.ts';
import { anyScript } from './generate.ts';
import { MACROS } from './macros/all-macros.ts';
import type { Macro } from './macros/shorthand.ts';
import { judge, type Verdict } from './oracle/judge.ts';
import type { World } from './world/start-world.ts';

/** Episodes that run at the same time: each has people and a clock of its own. */
export const LANES = 4;

/** `again`: how the same script is met again; null for a directed one. */
export type Found = { name: string; again: string | null; script: string; what: string[] };
export type Explored = {
  episodes: number;
  steps: number;
  concurrent: number;
  overHttp: number;
  found: Found[];
};

export function noEpisodes(): Explored {
  return { episodes: 0, steps: 0, concurrent: 0, overHttp: 0, found: [] };
}

function describe({ violations, backstops }: Verdict): string[] {
  return [
    ...violations.map(({ invariant, what }) => `${invariant}: ${what}`),
    ...backstops.map((said) => `a wall behind the first spoke: ${said}`),
  ];
}

function isConcurrent(commands: readonly Command[]): boolean {
  return commands.some((one) => one.do === 'together' || (one.do === 'decide' && (one.times ?? 1) > 1));
}

/** An honest change may meet a machine so busy that its flags are too old to be believed, which pauses: then it asks again. */
const HONEST_TRIES = 3;

function isOnlyNotAlive({ violations, backstops }: Verdict): boolean {
  return (
    violations.length > 0 &&
    backstops.length === 0 &&
    violations.every(({ invariant }) => invariant === 'I24')
  );
}

/** Every directed script once, against the code as it is. */
export async function runMacros(world: World, advance: () => void): Promise<Explored> {
  const total = noEpisodes();
  // Loads everything there is to load: on a cold start flags would be read too late to be believed, and pause everybody.
  await runEpisode(world, 'warm-up', MACROS[0]?.commands ?? []);
  const attempt = async (macro: Macro) => {
    const episode = await runEpisode(world, macro.name, macro.commands);
    total.episodes += 1;
    total.steps += episode.steps;
    if (isConcurrent(macro.commands)) total.concurrent += 1;
    return judge(episode, macro.expects);
  };
  const run = async (macro: Macro) => {
    let verdict = await attempt(macro);
    for (let again = 0; again < HONEST_TRIES && isOnlyNotAlive(verdict); again += 1)
      verdict = await attempt(macro);
    const what = describe(verdict);
    if (what.length > 0)
      total.found.push({ name: macro.name, again: null, script: printScript(macro.commands), what });
    advance();
  };
  const waiting = MACROS.filter(({ isAlone }) => !isAlone);
  const lane = async () => {
    for (let macro = waiting.shift(); macro; macro = waiting.shift()) await run(macro);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  // Flags of a tool hold for everybody, so these run with nobody beside them.
  for (const macro of MACROS) if (macro.isAlone) await run(macro);
  return total;
}

/**
 * So many random scripts, or as many as begin until `untilMs` of the monotonic clock. Each lane has a seed of its own, which
 * follows from the run's; what fails is shrunk.
 */
export async function runRandom(
  world: World,
  options: { runs: number; seed: number; untilMs: number; advance: () => void },
): Promise<Explored> {
  const total = noEpisodes();
  const lanes = Math.min(LANES, options.runs);
  const share = (lane: number) => Math.floor(options.runs / lanes) + (lane < options.runs % lanes ? 1 : 0);
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const seed = (options.seed + lane) | 0;
      const property = fc.asyncProperty(anyScript, async (commands) => {
        if (performance.now() > options.untilMs) return;
        const episode = await runEpisode(world, 'random', commands);
        total.episodes += 1;
        total.steps += episode.steps;
        if (isConcurrent(commands)) total.concurrent += 1;
        if (commands.some((one) => 'over' in one)) total.overHttp += 1;
        options.advance();
        const what = describe(await judge(episode));
        if (what.length > 0) throw new Error(what.join('\n'));
      });
      const checked = await fc.check(property, {
        seed,
        numRuns: share(lane),
      });
      if (!checked.failed || !checked.counterexample) return;
      const [commands] = checked.counterexample;
      const what =
        checked.errorInstance instanceof Error ? checked.errorInstance.message.split('\n') : ['failed'];
      const again = `--runs ${LANES * share(lane)} --seed ${seed} --workers 1`;
      total.found.push({ name: 'random', again, script: printScript(commands), what });
    }),
  );
  return total;
}
