import type { Fault } from '#lib/faults/fault.ts';
import { FAULTS } from '#lib/faults/table.ts';
import type { Explored, Found } from './explore.ts';
import type { MutantReport } from './mutants/score-all.ts';
import { columnOf } from './mutants/score-mutants.ts';

export type Report = {
  seed: number;
  directed: Explored;
  random: Explored;
  mutants: MutantReport;
  exploredMs: number;
  durationMs: number;
};

/** The numbers as one JSON object, and as a person reads them. */
export function describeReport(report: Report): { json: object; text: string; failed: boolean } {
  const { directed, random, mutants, seed } = report;
  const found = [...directed.found, ...random.found];
  const alone = columnOf(mutants.results, 'alone');
  const backstopsOff = columnOf(mutants.results, 'backstopsOff');
  const survivors = [...new Set([...alone.survivors, ...backstopsOff.survivors])];
  const episodes = directed.episodes + random.episodes;
  const steps = directed.steps + random.steps;
  const json = {
    seed,
    episodes,
    steps,
    violations: found.length,
    episodesOverHttp: directed.overHttp + random.overHttp,
    concurrentEpisodes: directed.concurrent + random.concurrent,
    stepsPerSecond: Math.round(steps / (report.exploredMs / 1_000)),
    mutants: {
      total: mutants.results.length,
      killed: mutants.results.length - survivors.length,
      survivors,
      alone,
      backstopsOff,
    },
    durationMs: Math.round(report.durationMs),
  };
  const lines = [
    ...found.map(printFound),
    ...mutants.results.map(printMutant),
    `seed ${seed}: ${episodes} episodes (${json.concurrentEpisodes} with people at the same time, ${json.episodesOverHttp} over HTTP), ${steps} steps, ${json.stepsPerSecond} a second`,
    `violations: ${found.length}`,
    ...(mutants.results.length > 0
      ? [
          `planted faults: ${json.mutants.killed} of ${json.mutants.total} seen (alone ${alone.killed}, with their backstops off ${backstopsOff.killed})`,
        ]
      : []),
    ...mutants.controls.flatMap(({ without, macro, seen }) =>
      seen === null ? [] : [`not the fault's doing: without ${without}, ${macro}: ${seen}`],
    ),
    ...survivors.map((id) => `SURVIVED: ${id}`),
  ];
  return { json, text: `${lines.join('\n')}\n`, failed: found.length > 0 || survivors.length > 0 };
}

function printFound({ name, again: how, script, what }: Found): string {
  const again = how === null ? '' : `\n  again: npm run fuzz -- ${how}`;
  return `\nVIOLATION in ${name}\n${what.map((line) => `  ${line}`).join('\n')}\n${script}${again}\n`;
}

function printMutant({ id, alone, backstopsOff }: MutantReport['results'][number]): string {
  const { stage }: Fault = FAULTS[id];
  return `${stage.padEnd(13)} ${id.padEnd(32)} alone: ${alone ?? 'NOT SEEN'}\n${''.padEnd(46)} backstops off: ${backstopsOff ?? 'NOT SEEN'}`;
}
