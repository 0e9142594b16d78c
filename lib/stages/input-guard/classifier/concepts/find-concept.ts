import 'server-only';
import { screeningForm } from '../../screening-form.ts';
import { foldLetters } from '../../views/fold-letters.ts';
import { isLetter } from '../letters.ts';
import { listStems } from './list-concepts.ts';

/** A stem that was found: what it stands for (0: none) and where it ends. */
export const NO_CONCEPT = 0;
const CONCEPT_BITS = 7;
const CONCEPT_MASK = (1 << CONCEPT_BITS) - 1;
const WHOLE = 1 << CONCEPT_BITS;

/** Every beginning of every stem by its hash; the value says what it stands for where it is a whole stem. */
const SIZE = 1 << 18;
const KEYS = new Int32Array(SIZE);
const VALUES = new Uint8Array(SIZE);
const [APOSTROPHE, HYPHEN, SPACE, SMALL_I, SMALL_L] = [0x27, 0x2d, 0x20, 0x69, 0x6c];
const START = 0x811c9dc5 | 0;

for (const { text, concept, isWhole } of listStems())
  enter(foldLetters(screeningForm(text)), concept | (isWhole ? WHOLE : 0));

/** The longest stem that stands at this place of a folded text: its end and, in the lowest bits, its concept; 0 if there is none. */
export function findConcept(text: string, at: number): number {
  let hash = START;
  let found = 0;
  for (let next = at; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === APOSTROPHE) continue;
    hash = mix(hash, signOf(code));
    const slot = slotOf(hash);
    if (KEYS[slot] === 0) break;
    const value = VALUES[slot] ?? 0;
    if (value === 0) continue;
    const isEnd = value < WHOLE || next + 1 >= text.length || !isLetter(text.charCodeAt(next + 1));
    if (isEnd) found = ((next + 1) << CONCEPT_BITS) | (value & CONCEPT_MASK);
  }
  return found;
}

export const conceptOf = (found: number): number => found & CONCEPT_MASK;
export const endOf = (found: number): number => found >>> CONCEPT_BITS;

function enter(stem: string, value: number): void {
  let hash = START;
  let slot = 0;
  for (let at = 0; at < stem.length; at += 1) {
    if (stem.charCodeAt(at) === APOSTROPHE) continue;
    hash = mix(hash, signOf(stem.charCodeAt(at)));
    slot = slotOf(hash);
    KEYS[slot] = hash;
  }
  // Where two tables have the same stem, the first one says what it is.
  if (VALUES[slot] === 0) VALUES[slot] = value;
}

/** A hyphen is a space, and an l is an i: a 1 between letters may be either. */
function signOf(code: number): number {
  return code === HYPHEN ? SPACE : code === SMALL_L ? SMALL_I : code;
}

function mix(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x01000193);
  // 0 marks an empty place.
  return mixed === 0 ? 1 : mixed;
}

function slotOf(hash: number): number {
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 14) & (SIZE - 1);
  while (KEYS[slot] !== 0 && KEYS[slot] !== hash) slot = (slot + 1) & (SIZE - 1);
  return slot;
}
