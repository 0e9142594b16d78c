import 'server-only';

/** What one cheap pass over a text found that is worth a closer look. */
export type Hints = {
  /** A run long enough for base64 or hexadecimal, or groups of two or eight, as bytes are written. */
  readonly isEncoded: boolean;
  /** Several single letters in a row. */
  readonly isSpread: boolean;
  /** Figures or signs that stand where letters do, in several words. */
  readonly isLeet: boolean;
};

const LONG_RUN = 12;
const HEX_PAIRS = 4;
const SINGLES = 5;
const BITS = 8;
const LEET_WORDS = 2;
const [OTHER, LETTER, DIGIT, SIGN, RUN_MARK] = [0, 1, 2, 3, 4] as const;

/** What each ASCII character is; everything beyond counts as a letter. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/[@$!|]/.test(character)) return SIGN;
  return /[+/_-]/.test(character) ? RUN_MARK : OTHER;
});

/** One pass with a few counters: an expression for each hint would look at every character several times. */
export function spotHints(text: string): Hints {
  let [run, longest, word, pairs, mostPairs, singles, mostSingles, inWords, beforeWords] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  let before: number = OTHER;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const kind = code < 128 ? (KINDS[code] ?? OTHER) : LETTER;
    run = kind === OTHER || kind === SIGN ? 0 : run + 1;
    if (run > longest) longest = run;
    if (kind === LETTER && (before === DIGIT || before === SIGN)) {
      if (isLetter(text.charCodeAt(at - 2))) inWords += 1;
      else if (isLetter(text.charCodeAt(at + 1))) beforeWords += 1;
    }
    if (kind === LETTER || kind === DIGIT) word += 1;
    else if (word > 0) {
      pairs = word === 2 || word === BITS ? pairs + 1 : 0;
      singles = word === 1 ? singles + 1 : 0;
      if (pairs > mostPairs) mostPairs = pairs;
      if (singles > mostSingles) mostSingles = singles;
      word = 0;
    }
    before = kind;
  }
  return {
    isEncoded: longest >= LONG_RUN || mostPairs >= HEX_PAIRS,
    isSpread: mostSingles >= SINGLES,
    // `9am` and `2nd` alone say nothing.
    isLeet: inWords > 0 && inWords + beforeWords >= LEET_WORDS,
  };
}

function isLetter(code: number): boolean {
  return code < 128 && KINDS[code] === LETTER;
}
