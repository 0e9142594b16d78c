import 'server-only';

const [FIRST_HANGUL, LAST_HANGUL] = [0xac00, 0xd7a3];
const FIRST_IDEOGRAPH = 0x2e80;
/** Thai, Lao, Myanmar, Khmer: written without spaces. */
const UNSPACED = [0x0e00, 0x109f, 0x1780, 0x17ff] as const;
/** Hebrew and Arabic. */
const [FIRST_SEMITIC, LAST_SEMITIC] = [0x0590, 0x06ff];

export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  // Punctuation blocks and surrogates (emoji, for the most part) are marks, everything else is taken for letters.
  return (
    code >= 0xc0 && (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f) &&
    (code < 0xd800 || code > 0xf8ff) && (code < 0xfe00 || code > 0xfe6f) && code < 0xff00 && code !== 0x0964
  ); // prettier-ignore
}

export function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x0660 && code <= 0x0669) || (code >= 0x0966 && code <= 0x096f)
  );
}

export const isHangul = (code: number): boolean => code >= FIRST_HANGUL && code <= LAST_HANGUL;
export const isIdeograph = (code: number): boolean => code >= FIRST_IDEOGRAPH && !isHangul(code);
export const isSemitic = (code: number): boolean => code >= FIRST_SEMITIC && code <= LAST_SEMITIC;

export function isUnspaced(code: number): boolean {
  return (code >= UNSPACED[0] && code <= UNSPACED[1]) || (code >= UNSPACED[2] && code <= UNSPACED[3]);
}

/** Full stops, question and exclamation marks, colons, semicolons and line ends, in the scripts that have their own. */
export function isStop(code: number): boolean {
  switch (code) {
    case 0x0a: case 0x21: case 0x2e: case 0x3a: case 0x3b: case 0x3f:
    case 0x061b: case 0x061f: case 0x06d4: case 0x0964: case 0x3002: case 0xff01: case 0xff1f:
      return true;
    default:
      return false;
  }
} // prettier-ignore

export const isQuestion = (code: number): boolean => code === 0x3f || code === 0x061f || code === 0xff1f;
