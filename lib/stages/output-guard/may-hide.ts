import 'server-only';
import { isPlain } from './parts-of.ts';

/** The shortest credential of all shapes has fifteen characters. */
const SHORT_MAX = 14;

/** A colon and a slash together are as suspicious as an `@`, so these three are bits. */
export const [NOTHING, COLON, SLASH, ENOUGH, W, SPACE] = [0, 1, 2, 3, 4, 8];
const KINDS: Readonly<Record<string, number>> = {
  ':': COLON, '/': SLASH, '@': ENOUGH, w: W, W, ' ': SPACE, '\n': SPACE,
}; // prettier-ignore
/** By UTF-16 code unit. What is neither ASCII nor plain may be read as another character. */
export const KIND_OF = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  return KINDS[character] ?? (code < 0x80 || isPlain(character) ? NOTHING : ENOUGH);
});

/**
 * Whether one of these words may hide an address or a credential, the first of which was begun before. Most may not:
 * they are too short for a credential, and without what an address is written with: `@`, `://` or three times `w`.
 */
export function mayHide(begun: string, words: string): boolean {
  let length = 0;
  let bits = NOTHING;
  let countOfW = 0;
  for (let index = -begun.length; index < words.length; index += 1) {
    const code = index < 0 ? begun.charCodeAt(index + begun.length) : words.charCodeAt(index);
    const kind = KIND_OF[code] ?? ENOUGH;
    length += 1;
    if (kind === SPACE) length = bits = countOfW = 0;
    else if (kind === W) countOfW += 1;
    else bits |= kind;
    if (isSuspicious(length, bits, countOfW)) return true;
  }
  return false;
}

/** `bits`: of the marks in a word. */
export function isSuspicious(length: number, bits: number, countOfW: number): boolean {
  return length > SHORT_MAX || bits === ENOUGH || countOfW > 2;
}
