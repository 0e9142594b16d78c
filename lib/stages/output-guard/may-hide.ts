import 'server-only';
import { isPlain } from './parts-of.ts';

/** The shortest credential of all shapes has fifteen characters. */
const SHORT_MAX = 14;

/** Bits, so that a colon and a slash together are as suspicious as an `@`. */
const [NEVER, COLON, SLASH, ENOUGH] = [0, 1, 2, 3];
/**
 * How far a character makes a short word suspicious, by UTF-16 code unit. One that is neither ASCII nor plain may be
 * read as another.
 */
const SUSPICION = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '@' || (code >= 0x80 && !isPlain(character))) return ENOUGH;
  if (character === ':') return COLON;
  return character === '/' ? SLASH : NEVER;
});

/**
 * Whether one of the words up to `end` may hide an address or a credential. Most may not: they are too short for a credential,
 * and without what an address is written with: `@`, `://` or three times `w`.
 */
export function mayHide(words: string, end = words.length): boolean {
  let length = 0;
  let suspicion = NEVER;
  let countOfW = 0;
  for (let index = 0; index < end; index += 1) {
    const code = words.charCodeAt(index);
    if (code === 0x20 || code === 0x0a) {
      length = suspicion = countOfW = 0;
      continue;
    }
    length += 1;
    suspicion |= SUSPICION[code] ?? ENOUGH;
    if (code === 0x77 || code === 0x57) countOfW += 1;
    if (length > SHORT_MAX || suspicion === ENOUGH || countOfW > 2) return true;
  }
  return false;
}
