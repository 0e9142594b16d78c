import 'server-only';

/** Whole numbers from `least` to `most`, the same ones for the same seed (mulberry32). Never for secrets. */
export type SeededRandom = (least: number, most: number) => number;

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    return least + Math.floor(fraction * (most - least + 1));
  };
}
