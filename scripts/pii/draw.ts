/** Draws from a seed, so that a generated set is the same everywhere. */
export type Draw = {
  below: (limit: number) => number;
  of: <T>(list: readonly T[]) => T;
  /** So many characters of an alphabet. */
  some: (alphabet: string, length: number) => string;
  /** A pattern: `9` a digit, `A` a capital, `a` a small letter, `h` a hexadecimal digit, `*` a letter or digit; `\` keeps the next. */
  like: (pattern: string) => string;
};

export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const SMALL = 'abcdefghijklmnopqrstuvwxyz';
export const MIXED = `${CAPITALS}${SMALL}${DIGITS}`;
const ALPHABETS: Readonly<Record<string, string>> = {
  '9': DIGITS,
  A: CAPITALS,
  a: SMALL,
  h: HEX,
  '*': MIXED,
};

/** The generator mulberry32: 32 bits of state, the same sequence for the same seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const of = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new RangeError('nothing to draw from');
    return one;
  };
  const some = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join('');
  const like = (pattern: string): string =>
    pattern.replace(/\\(.)|[9Aah*]/g, (sign, kept?: string) => kept ?? some(ALPHABETS[sign] ?? sign, 1));
  return { below, of, some, like };
}
