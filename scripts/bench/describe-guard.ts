import type { GuardSpeed } from './measure-guard.ts';

const LEAST_RATIO = 0.25;
const LEAST_MEGABYTES_PER_S = 20;
const MOST_HELD_CHARACTERS = 64;

/** Whether both targets were met. */
export function isFastEnough({ ratio, guardMegabytesPerS, heldCharactersP99 }: GuardSpeed): boolean {
  const isFast = ratio >= LEAST_RATIO || guardMegabytesPerS >= LEAST_MEGABYTES_PER_S;
  return isFast && heldCharactersP99 <= MOST_HELD_CHARACTERS;
}

/** For people. */
export function describeGuard(speed: GuardSpeed): string {
  const {
    chunkCharacters,
    repeats,
    guardMegabytesPerS,
    copyMegabytesPerS,
    ratio,
    startMs,
    heldCharactersP99,
  } = speed;
  return [
    `Output guard  ${guardMegabytesPerS.toFixed(2)} MB/s in chunks of ${chunkCharacters} characters`,
    `Bare copy     ${copyMegabytesPerS.toFixed(2)} MB/s of the same chunks`,
    `Ratio         ${ratio.toFixed(3)}, median of ${repeats} (at least ${LEAST_RATIO}, or ${LEAST_MEGABYTES_PER_S} MB/s)`,
    `Start         ${startMs.toFixed(2)} ms, once for each answer`,
    `Held back     ${heldCharactersP99} characters at the 99th percentile (at most ${MOST_HELD_CHARACTERS})`,
    '',
  ].join('\n');
}
