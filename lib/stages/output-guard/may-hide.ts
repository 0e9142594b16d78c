import 'server-only';
import { isPlain } from './parts-of.ts';

/** The shortest credential of all shapes has fifteen characters. */
const SHORT_MAX = 14;

/** A colon and a slash together are as suspicious as an `@`, so these three are bits. */
const [NOTHING, COLON, SLASH, ENOUGH, W, SPACE] = [0, 1, 2, 3, 4, 8];
const KINDS: Readonly<Record<string, number>> = {
  ':': COLON, '/': SLASH, '@': ENOUGH, w: W, W, ' ': SPACE, '\n': SPACE,
}; // prettier-ignore
/** By UTF-16 code unit. What is neither ASCII nor plain may be read as another character. */
const KIND_OF = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  return KINDS[character] ?? (code < 0x80 || isPlain(character) ? NOTHING : ENOUGH);
});

/**
 * Whether one of the words up to `end` may hide an address or a credential. Most may not: they are too short for a
 * credential, and without what an address is written with: `@`, `://` or three times `w`.
 */
export function mayHide(words: string, end = words.length): boolean {
  let from = 0;
  let bits = NOTHING;
  let countOfW = 0;
  for (let index = 0; index < end; index += 1) {
    const kind = KIND_OF[words.charCodeAt(index)] ?? ENOUGH;
    if (kind === NOTHING) continue;
    if (kind === SPACE) {
      if (index - from > SHORT_MAX) return true;
      from = index + 1;
      bits = countOfW = 0;
    } else if (kind === W) countOfW += 1;
    else bits |= kind;
    if (bits === ENOUGH || countOfW > 2) return true;
  }
  return end - from > SHORT_MAX;
}
