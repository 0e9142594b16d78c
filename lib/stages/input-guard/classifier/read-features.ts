import 'server-only';
import {
  ASKED,
  CONTACT,
  endSentence,
  followLetter as follow,
  newTrail,
  PER_CONCEPT,
  takeConcept,
  type Trail,
} from './concepts/follow-concepts.ts';
import {
  addTopic,
  addUnit,
  addWordFeature,
  type FeatureList,
  type Features,
  finishFeatures,
  newFeatureList,
} from './feature-list.ts';
import * as letters from './letters.ts';
import * as policy from './policy.ts';

type Reading = FeatureList & {
  readonly text: string;
  readonly trail: Trail;
  /** Hashes of the word being read and of its first letters, of those of the words before it, and of the marks before it. */
  word: number;
  stem: number;
  before: number;
  earlier: number;
  first: number;
  marks: number;
  mark: number;
  /** The token the sentence began with. */
  sentence: number;
  /** Letters of the word being read, and how much of a token the run since the last token is. */
  letters: number;
  run: number;
  /** The last three letters, whatever stood between them. */
  c1: number;
  c2: number;
  c3: number;
};

// Bound here once: where modules are loaded one by one, each use of an import is looked up, and these are used for each letter.
const add = addWordFeature;
const followLetter = follow;
const { isDigit, isHangul, isIdeograph, isLetter, isQuestion, isStop, isUnspaced } = letters;
const { LINE_TOKENS, RUN_LENGTH, STEM_LETTERS, STEM_SYLLABLES, WORD_LENGTH } = policy;

const A = 0x01000193;
const B = 0x85ebca6b | 0;
const C = 0xc2b2ae35 | 0;
const D = 0x27d4eb2f;
const DIGIT = 0x30;
const APOSTROPHE = 0x27;
const AT_SIGN = 0x40;
const NEWLINE = 0x0a;
const FIRST_GREEK = 0x0370;
const PER_LETTER = 2;
const PER_WORD = 8;

/**
 * Reads a folded text once, from left to right. Words count alone, and by their first letters (endings change) with the one and the
 * two before them and with the marks around them; letters in threes (ideographs in twos) and fours over word ends, so that glued, spread
 * and inflected words resemble what they are made of; and what words are about (`concepts/`), alone and in order, whatever the language.
 * Beside them stand the units that the network reads in a row: first letters of words, ideographs in twos, Thai letters in threes, marks.
 * The answer holds until the next text is read (`keepFeatures`).
 */
export function readFeatures(text: string): Features {
  const size = text.length * (PER_LETTER + PER_CONCEPT) + (text.length + 2) * PER_WORD;
  const reading: Reading = {
    ...newFeatureList(size, text.length + 2), text, trail: newTrail(),
    word: 0, stem: 0, before: 0, earlier: 0, first: 0, marks: 0, mark: 0, sentence: 0, letters: 0, run: 0, c1: 0, c2: 0, c3: 0,
  }; // prettier-ignore
  let joined = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === APOSTROPHE) joined = reading.letters;
    else if (isLetter(code)) {
      // What follows an apostrophe may be a word of its own: l'instruction.
      followLetter(reading, reading.trail, text, at, reading.letters - joined);
      takeLetter(reading, code);
    } else {
      takeMark(reading, code);
      joined = 0;
    }
  }
  endWord(reading);
  if (reading.tokens === 0 || reading.count > (reading.ends[reading.tokens - 1] ?? 0)) endToken(reading);
  return finishFeatures(reading);
}

function takeLetter(to: Reading, raw: number): void {
  // Figures say how much, and attacks come in every amount: one sign stands for all of a number.
  const code = isDigit(raw) ? DIGIT : raw;
  if (code === DIGIT && to.c1 === DIGIT && to.letters > 0) return;
  to.word = Math.imul(to.word ^ code, A);
  to.letters += 1;
  if (to.letters <= (isHangul(code) ? STEM_SYLLABLES : STEM_LETTERS)) to.stem = to.word;
  const isSign = isIdeograph(code);
  const two = Math.imul(to.c1, B) + code;
  const three = Math.imul(to.c2, C) + two;
  const four = Math.imul(to.c3, D) + three;
  if (isSign) {
    add(to, two ^ 0x5bd1e995);
    add(to, three ^ 0x3243f6a8);
    addUnit(to, two ^ 0x5bd1e995);
  } else add(to, four ^ 0x1b873593);
  // Words of other alphabets than Latin are shorter, or change at their ends.
  if (code >= FIRST_GREEK && !isSign) add(to, three ^ 0x3243f6a8);
  if (!isSign && isUnspaced(code)) addUnit(to, three ^ 0x3243f6a8);
  to.c3 = to.c2;
  to.c2 = to.c1;
  to.c1 = code;
  to.run += isSign ? RUN_LENGTH / 2 : isUnspaced(code) ? RUN_LENGTH / 4 : 1;
  if (to.run >= RUN_LENGTH && (to.letters > WORD_LENGTH || isSign || isUnspaced(code))) endToken(to);
}

function takeMark(to: Reading, code: number): void {
  endWord(to);
  if (code === AT_SIGN) {
    addTopic(to, CONTACT);
    takeConcept(to, to.trail, CONTACT);
  }
  if (isStop(code) && (code !== NEWLINE || to.tokens - to.sentence >= LINE_TOKENS)) takeStop(to, code);
  // Beside words a line's end is a space; a repeated mark counts once.
  if (code <= 0x20 || code === to.mark) return;
  to.mark = code;
  to.marks = Math.imul(to.marks ^ code, C);
  addUnit(to, code ^ 0x77000000);
  // A mark belongs to the token before it.
  if (to.tokens > 0) to.unitEnds[to.tokens - 1] = to.unitCount;
}

/** That a sentence was a question belongs to its last token. */
function takeStop(to: Reading, code: number): void {
  if (isQuestion(code) && to.tokens > 0) {
    takeConcept(to, to.trail, ASKED);
    to.ends[to.tokens - 1] = to.count;
  }
  endSentence(to.trail);
  to.begins[to.tokens] = 1;
  to.sentence = to.tokens;
}

function endWord(to: Reading): void {
  if (to.letters === 0) return;
  if (to.letters <= WORD_LENGTH) {
    const { word, stem, before, earlier, marks } = to;
    const pair = Math.imul(before, B) + stem;
    add(to, word ^ 0x2545f491);
    if (stem !== word) add(to, stem ^ 0x61c88647);
    // "Who approves …?" asks, "approve …" orders: the first word of a sentence says which.
    if (to.begins[to.tokens] === 1) to.first = stem;
    else add(to, (Math.imul(to.first, D) + stem) ^ 0x51ed270b);
    if (before !== 0) add(to, pair ^ 0x6c078965);
    if (earlier !== 0) {
      add(to, (Math.imul(earlier, C) + pair) ^ 0x4cf5ad43);
      add(to, (Math.imul(earlier, D) + stem) ^ 0x38495ab5);
    }
    if (marks !== 0) {
      add(to, (Math.imul(marks, A) + stem) ^ 0x165667b1);
      add(to, (Math.imul(before, A) + marks) ^ 0x0b4711ad);
    }
    if (!isIdeograph(to.c1) && !isUnspaced(to.c1)) addUnit(to, stem);
    to.earlier = before;
    to.before = stem;
  }
  to.marks = 0;
  to.mark = 0;
  to.word = 0;
  to.stem = 0;
  to.letters = 0;
  endToken(to);
}

function endToken(to: Reading): void {
  to.ends[to.tokens] = to.count;
  to.unitEnds[to.tokens] = to.unitCount;
  to.tokens += 1;
  to.run = 0;
}
