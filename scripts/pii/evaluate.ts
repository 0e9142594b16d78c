import type { Evaluation, FileScore } from './describe-evaluation.ts';
import { readSamples } from './read-samples.ts';
import { half, scoreSamples, timeSamples } from './score-samples.ts';
import { scoreSets } from './score-sets.ts';

export type Options = { files: readonly string[]; seed: number; size: number };

/** Scores the files and the generated sets. */
export function evaluate({ files, seed, size }: Options): Evaluation {
  return { seed, size, files: files.map(scoreFile), sets: scoreSets(seed, size) };
}

function scoreFile(file: string): FileScore {
  const samples = readSamples(file);
  return {
    file,
    samples: samples.length,
    kinds: scoreSamples(samples),
    halves: [scoreSamples(half(samples, 0)), scoreSamples(half(samples, 1))],
    timeUs: timeSamples(samples),
  };
}
