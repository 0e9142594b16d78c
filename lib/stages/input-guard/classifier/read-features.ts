import 'server-only';
import { BUCKETS, RUN_LENGTH, WORD_LENGTH } from './policy.ts';

/**
 * The places of a text's features in the table of weights; `ends[i]` is how many there are up to token `i`, and
 * `begins[i]` is 1 where token `i` is the first of a sentence.
 */
export type Features = {
  readonly buckets: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  readonly tokens: number;
};

type Reading = {
  readonly buckets: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  count: number;
  tokens: number;
  /** Hashes of the word being read, the one before it and the one before that, and of the marks before it. */
  word: number;
  before: number;
  earlier: number;
  first: number;
  marks: number;
  mark: number;
  /** Letters of the word being read, and how much of a token the run since the last token is. */
  letters: number;
  run: number;
  /** The last four letters, whatever stood between them. */
  c1: number;
  c2: number;
  c3: number;
  c4: number;
};

const A = 0x01000193;
const B = 0x85ebca6b | 0;
const C = 0xc2b2ae35 | 0;
const D = 0x27d4eb2f;
const SPREAD = BUCKETS / 2 ** 32;
const DIGIT = 0x30;
const FIRST_GREEK = 0x0370;
const FIRST_IDEOGRAPH = 0x2e80;
const [FIRST_HANGUL, LAST_HANGUL] = [0xac00, 0xd7a3];
/** Thai, Lao, Myanmar, Khmer: written without spaces. */
const UNSPACED = [0x0e00, 0x109f, 0x1780, 0x17ff] as const;
const PER_LETTER = 3;
const PER_WORD = 7;

/**
 * Reads a folded text once, from left to right. Words count alone, with the one and the two before them, and with the
 * marks around them; letters in threes (ideographs in twos), fours and fives over word ends, so that glued, spread and inflected words
 * resemble what they are made of.
 */
export function readFeatures(text: string): Features {
  const size = text.length * PER_LETTER + (text.length + 2) * PER_WORD;
  const reading: Reading = {
    buckets: new Int32Array(size), ends: new Int32Array(text.length + 2), begins: new Uint8Array(text.length + 3), count: 0, tokens: 0,
    word: 0, before: 0, earlier: 0, first: 0, marks: 0, mark: 0, letters: 0, run: 0, c1: 0, c2: 0, c3: 0, c4: 0,
  }; // prettier-ignore
  reading.begins[0] = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) takeLetter(reading, code);
    else if (code !== 0x27) takeMark(reading, code);
  }
  endWord(reading);
  if (reading.tokens === 0 || reading.count > (reading.ends[reading.tokens - 1] ?? 0)) endToken(reading);
  const { buckets, ends, begins, tokens } = reading;
  return { buckets, ends, begins, tokens };
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  // Punctuation blocks and surrogates (emoji, for the most part) are marks, everything else is taken for letters.
  return (
    code >= 0xc0 && (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f) &&
    (code < 0xd800 || code > 0xf8ff) && (code < 0xfe00 || code > 0xfe6f) && code < 0xff00 && code !== 0x0964
  ); // prettier-ignore
}

function takeLetter(to: Reading, raw: number): void {
  const isDigit =
    (raw >= 0x30 && raw <= 0x39) || (raw >= 0x0660 && raw <= 0x0669) || (raw >= 0x0966 && raw <= 0x096f);
  const code = isDigit ? DIGIT : raw;
  // Figures say how much, and attacks come in every amount: one sign stands for all of a number.
  if (isDigit && to.c1 === DIGIT && to.letters > 0) return;
  to.word = Math.imul(to.word ^ code, A);
  to.letters += 1;
  const isIdeograph = code >= FIRST_IDEOGRAPH && !(code >= FIRST_HANGUL && code <= LAST_HANGUL);
  const two = Math.imul(to.c1, B) + code;
  const three = Math.imul(to.c2, C) + two;
  const four = Math.imul(to.c3, D) + three;
  if (isIdeograph) {
    add(to, two ^ 0x5bd1e995);
    add(to, three ^ 0x3243f6a8);
  } else {
    add(to, four ^ 0x1b873593);
    add(to, (Math.imul(to.c4, A) + four) ^ 0x7feb352d);
  }
  // Words of other alphabets than Latin are shorter, or change at their ends.
  if (code >= FIRST_GREEK && !isIdeograph) add(to, three ^ 0x3243f6a8);
  to.c4 = to.c3;
  to.c3 = to.c2;
  to.c2 = to.c1;
  to.c1 = code;
  to.run += isIdeograph ? RUN_LENGTH / 2 : isUnspaced(code) ? RUN_LENGTH / 4 : 1;
  if (to.run >= RUN_LENGTH && (to.letters > WORD_LENGTH || isIdeograph || isUnspaced(code))) endToken(to);
}

function isUnspaced(code: number): boolean {
  return (code >= UNSPACED[0] && code <= UNSPACED[1]) || (code >= UNSPACED[2] && code <= UNSPACED[3]);
}

function takeMark(to: Reading, code: number): void {
  endWord(to);
  if (isStop(code)) to.begins[to.tokens] = 1;
  // A line's end is a space here; a repeated mark counts once.
  if (code <= 0x20 || code === to.mark) return;
  to.mark = code;
  to.marks = Math.imul(to.marks ^ code, C);
}

/** Full stops, question and exclamation marks, colons, semicolons and line ends, in the scripts that have their own. */
function isStop(code: number): boolean {
  switch (code) {
    case 0x0a: case 0x21: case 0x2e: case 0x3a: case 0x3b: case 0x3f:
    case 0x061b: case 0x061f: case 0x06d4: case 0x0964: case 0x3002: case 0xff01: case 0xff1f:
      return true;
    default:
      return false;
  }
} // prettier-ignore

function endWord(to: Reading): void {
  if (to.letters === 0) return;
  if (to.letters <= WORD_LENGTH) {
    const { word, before, earlier, marks } = to;
    const pair = Math.imul(before, B) + word;
    add(to, word ^ 0x2545f491);
    // "Who approves …?" asks, "approve …" orders: the first word of a sentence says which.
    if (to.begins[to.tokens] === 1) to.first = word;
    else add(to, (Math.imul(to.first, D) + word) ^ 0x51ed270b);
    if (before !== 0) add(to, pair ^ 0x6c078965);
    if (earlier !== 0) {
      add(to, (Math.imul(earlier, C) + pair) ^ 0x4cf5ad43);
      add(to, (Math.imul(earlier, D) + word) ^ 0x38495ab5);
    }
    if (marks !== 0) {
      add(to, (Math.imul(marks, A) + word) ^ 0x165667b1);
      add(to, (Math.imul(before, A) + marks) ^ 0x0b4711ad);
    }
    to.earlier = before;
    to.before = word;
  }
  to.marks = 0;
  to.mark = 0;
  to.word = 0;
  to.letters = 0;
  endToken(to);
}

function endToken(to: Reading): void {
  to.ends[to.tokens] = to.count;
  to.tokens += 1;
  to.run = 0;
}

/** The last steps of MurmurHash3, so that neighbours do not fall on neighbouring places. */
function add(to: Reading, key: number): void {
  let hash = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  to.buckets[to.count] = ((hash ^ (hash >>> 16)) >>> 0) * SPREAD;
  to.count += 1;
}
