import 'server-only';
import { isPlain } from './parts-of.ts';

/** Letters and digits only, lower case, full-width folded: spacing, punctuation and emphasis cannot hide a match. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const UNKNOWN = 0xffff;
/** What ASCII and plain characters are squashed to, one code unit each, or 0 for nothing. */
const SQUASHED = Uint16Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code >= 0x80 && !isPlain(character)) return UNKNOWN;
  return squash(character) === '' ? 0 : squash(character).charCodeAt(0);
});

/** The code of what one character is squashed to, 0 for nothing, or undefined where only `squash` itself knows. */
export function squashedCode(code: number): number | undefined {
  const squashed = SQUASHED[code];
  if (squashed !== undefined) return squashed === UNKNOWN ? undefined : squashed;
  return isIdeograph(code) ? code : undefined;
}

/** Letters that are what they are squashed to: the unified ideographs. */
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** How many letters and digits a run of plain characters has. */
export function countLetters(run: string): number {
  let count = 0;
  for (let index = 0; index < run.length; index += 1)
    if (squashedCode(run.charCodeAt(index)) !== 0) count += 1;
  return count;
}
