import 'server-only';

/** What one cheap pass over a text found that is worth a closer look. */
export type Hints = {
  /** A run as long and mixed as base64 or hexadecimal are, or as long as bits, or groups of two or eight, as bytes are written. */
  readonly isEncoded: boolean;
  /** Several single letters in a row. */
  readonly isSpread: boolean;
  /** Figures or signs that stand where letters do, in several words. */
  readonly isLeet: boolean;
};

const LONG_RUN = 12;
const LONGEST_WORD = 40;
const HEX_PAIRS = 4;
const SINGLES = 5;
const BITS = 8;
const LEET_WORDS = 2;
/** Small letters, figures and capitals are a bit each, so that a run which mixes them has more than one. */
const [OTHER, SMALL, FIGURE, CAPITAL, SIGN, RUN_MARK] = [0, 1, 2, 4, 8, 16] as const;
const [LETTER, IN_RUN] = [SMALL | CAPITAL, SMALL | FIGURE | CAPITAL | RUN_MARK];
const IN_MIX = SMALL | FIGURE | CAPITAL;

/** What each ASCII character is; everything beyond counts as a small letter. Hyphens part runs: an invoice number is none. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return SMALL;
  if (/[A-Z]/.test(character)) return CAPITAL;
  if (/\d/.test(character)) return FIGURE;
  if (/[@$!|]/.test(character)) return SIGN;
  return /[+/]/.test(character) ? RUN_MARK : OTHER;
});

/** One pass with a few counters: an expression for each hint would look at every character several times. */
export function spotHints(text: string): Hints {
  let [run, mix, word, pairs, mostPairs, singles, mostSingles, inWords, beforeWords] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  let isEncoded = false;
  let before: number = OTHER;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const kind = code < 128 ? (KINDS[code] ?? OTHER) : SMALL;
    run = (kind & IN_RUN) === 0 ? 0 : run + 1;
    // The capital that a word begins with is no mixture.
    mix = run <= 1 ? kind & ~CAPITAL & IN_MIX : mix | (kind & IN_MIX);
    if (run >= LONG_RUN && ((mix & (mix - 1)) !== 0 || run >= LONGEST_WORD)) isEncoded = true;
    if ((kind & LETTER) !== 0 && (before === FIGURE || before === SIGN)) {
      if (isLetter(text.charCodeAt(at - 2))) inWords += 1;
      else if (isLetter(text.charCodeAt(at + 1))) beforeWords += 1;
    }
    if ((kind & IN_MIX) !== 0) word += 1;
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
    isEncoded: isEncoded || mostPairs >= HEX_PAIRS,
    isSpread: mostSingles >= SINGLES,
    // `9am` and `2nd` alone say nothing.
    isLeet: inWords > 0 && inWords + beforeWords >= LEET_WORDS,
  };
}

function isLetter(code: number): boolean {
  return code < 128 && ((KINDS[code] ?? OTHER) & LETTER) !== 0;
}
