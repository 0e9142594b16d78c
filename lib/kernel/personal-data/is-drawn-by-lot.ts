import 'server-only';

const FEWEST_LETTERS = 4;
const FEWEST_DIGITS = 2;
/** Chance changes the class of character at about two places of three; words, paths and names at one of six. */
const FEWEST_CHANGES = 0.36;
/** Of so many characters, chance repeats few. */
const SAMPLE = 64;

/** Whether capitals, small letters and digits change places as often as chance makes them. */
export function isDrawnByLot(word: string): boolean {
  const sample = word.slice(0, SAMPLE);
  const counts = { lower: 0, upper: 0, digit: 0, sign: 0 };
  let changes = 0;
  let previous: keyof typeof counts | undefined;
  for (let index = 0; index < sample.length; index += 1) {
    const kind = classOf(sample.charCodeAt(index));
    counts[kind] += 1;
    if (previous && previous !== kind) changes += 1;
    previous = kind;
  }
  return (
    counts.lower >= FEWEST_LETTERS &&
    counts.upper >= FEWEST_LETTERS &&
    counts.digit >= FEWEST_DIGITS &&
    changes > sample.length * FEWEST_CHANGES &&
    new Set(sample).size >= Math.min(16, sample.length / 2)
  );
}

function classOf(code: number): 'lower' | 'upper' | 'digit' | 'sign' {
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  if (code >= 0x41 && code <= 0x5a) return 'upper';
  return code >= 0x30 && code <= 0x39 ? 'digit' : 'sign';
}
