import 'server-only';
import { dropInvisible } from '#lib/kernel/characters.ts';
import { screeningForm } from '../screening-form.ts';
import { decodeEscapes } from './decode-escapes.ts';
import { decodeRuns } from './decode-runs.ts';
import { foldLetters } from './fold-letters.ts';
import { joinLetters } from './join-letters.ts';
import { readHidden } from './read-hidden.ts';
import { readLeet } from './read-leet.ts';
import { readLookAlikes } from './read-look-alikes.ts';
import { spotHints } from './spot-hints.ts';
import { readBackwards, readRot13 } from './turn-back.ts';
import { unwrap } from './unwrap.ts';

/** How a reading of a text came about: it names the verdict. */
export type ViewName =
  | 'plain'
  | 'hidden'
  | 'encoded'
  | 'escaped'
  | 'unwrapped'
  | 'spread'
  | 'leet'
  | 'look-alike'
  | 'rotated'
  | 'backwards';
/** One reading of a text, in screening form. */
export type View = { readonly name: ViewName; readonly text: string };

/** All readings together never get longer than this many times the text, nor shorter than this. */
const BUDGET_FACTOR = 3;
const BUDGET_FLOOR = 2_000;

/**
 * The readings of a text that hide behind its characters, for screening only: never stored, shown or sent on. The plain
 * one comes first; the others exist only where something in the text asks for them, so an honest message has one.
 * `form` is its screening form.
 */
export function listViews(text: string, form: string): View[] {
  const plain = foldLetters(form);
  const views: View[] = [{ name: 'plain', text: plain }];
  let left = Math.max(BUDGET_FLOOR, text.length * BUDGET_FACTOR);
  const add = (name: ViewName, view: string): void => {
    if (view === '' || view.length > left) return;
    left -= view.length;
    views.push({ name, text: view });
  };
  const addRaw = (name: ViewName, raw: string): void => {
    if (raw.trim() !== '') add(name, foldLetters(screeningForm(raw)));
  };
  const hidden = readHidden(text);
  addRaw('hidden', hidden);
  const hints = spotHints(text);
  if (hints.isEncoded || hidden !== '')
    addRaw('encoded', decodeRuns(hidden === '' ? text : `${text}\n${hidden}`));
  const escaped = decodeEscapes(text);
  addRaw('escaped', escaped);
  for (const bare of unwrap(escaped === '' ? text : escaped)) addRaw('unwrapped', bare);
  if (hints.isSpread) addRaw('spread', joinLetters(dropInvisible(text).normalize('NFKC')));
  if (hints.isLeet) for (const one of ['i', 'l'] as const) add('leet', readLeet(plain, one));
  add('look-alike', readLookAlikes(plain));
  // Letters with accents do not rotate: they are folded afterwards.
  add('rotated', foldLetters(readRot13(plain, form)));
  for (const turned of readBackwards(plain, text)) add('backwards', turned);
  return views;
}
