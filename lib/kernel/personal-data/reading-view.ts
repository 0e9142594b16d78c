import 'server-only';
import { DIGIT_ZEROS } from './decimal-digits.ts';

/** A text as the detectors read it, and where each of its characters stands in the original. */
export type ReadingView = {
  text: string;
  startOf: (index: number) => number;
  endOf: (index: number) => number;
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const characters = (codes: readonly number[]): string[] => codes.map((code) => String.fromCodePoint(code));

/** Spaces, dashes, full-width forms and the digits of every script, as their ASCII equals. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...characters(range(0xff01, 0xff5e)).map((wide, index) => [wide, String.fromCharCode(0x21 + index)] as const),
  ...characters([0xa0, ...range(0x2000, 0x200a), 0x202f, 0x205f, 0x3000]).map((space) => [space, ' '] as const),
  ...characters([...range(0x2010, 0x2015), 0x2043, 0x2212, 0xfe58, 0xfe63]).map((dash) => [dash, '-'] as const),
  ...characters([0xb7, 0x2022, 0x2024, 0x2219, 0x30fb, 0x3002, 0xff61]).map((dot) => [dot, '.'] as const),
  ...characters([0x2044, 0x2215]).map((slash) => [slash, '/'] as const),
  ['\ufe6b', '@'],
  ...DIGIT_ZEROS.flatMap((zero) => range(0, 9).map((value) => [String.fromCodePoint(zero + value), `${value}`] as const)),
]); // prettier-ignore
const ASCII = /^[^\u{80}-\u{10ffff}]*$/u;
const hex = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].map(hex).join('')}]`, 'gu');
/** Digits that take two UTF-16 units, so that folding moves what follows. */
const LONG_DIGIT = new RegExp(
  `[${[...FOLDED.keys()].filter(({ length }) => length > 1).map(hex).join('')}]`, 'u',
); // prettier-ignore
const same = (index: number): number => index;

/** Folds what people type differently but read alike. No letter changes: names stay as they are. */
export function readingView(text: string): ReadingView {
  if (ASCII.test(text)) return { text, startOf: same, endOf: same };
  if (!LONG_DIGIT.test(text)) {
    return {
      text: text.replace(FOLDABLE, (character) => FOLDED.get(character) ?? character),
      startOf: same,
      endOf: same,
    };
  }
  return mappedView(text);
}

function mappedView(text: string): ReadingView {
  const starts: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const character of text) {
    const part = FOLDED.get(character) ?? character;
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at + unit);
    at += character.length;
  }
  starts.push(at);
  return {
    text: parts.join(''),
    startOf: (index) => starts[index] ?? at,
    endOf: (index) => starts[index] ?? at,
  };
}
