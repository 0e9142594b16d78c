import 'server-only';
import { isPlain } from './parts-of.ts';

/** The shortest credential of all shapes has fifteen characters. */
const SHORT_MAX = 14;

const [NEVER, COLON, SLASH, W, ALWAYS] = [0, 1, 2, 4, 8];
/**
 * By UTF-16 code unit, which characters may hide something in a short word. Those that are neither ASCII nor plain may
 * be read as other ones.
 */
const SUSPICION = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '@' || (code >= 0x80 && !isPlain(character))) return ALWAYS;
  if (character === ':') return COLON;
  if (character === '/') return SLASH;
  return character === 'w' || character === 'W' ? W : NEVER;
});

/** False for most words: too short for a credential, and without what an address (`@`, `://`, `www.`) is written with. */
export function mayHide(word: string): boolean {
  if (word.length > SHORT_MAX) return true;
  let suspicion = NEVER;
  let countOfW = 0;
  for (let index = 0; index < word.length; index += 1) {
    const kind = SUSPICION[word.charCodeAt(index)] ?? ALWAYS;
    suspicion |= kind;
    if (kind === W) countOfW += 1;
  }
  return suspicion >= ALWAYS || countOfW > 2 || (suspicion & (COLON | SLASH)) === (COLON | SLASH);
}
