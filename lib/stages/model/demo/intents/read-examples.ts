import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { INTENT_TABLE, type Intent } from './policy.ts';

/** A wording and what it may ask: `a|b` in the file allows either, `a+b` asks for both and is one entry. */
export type Wording = { readonly want: readonly string[]; readonly text: string };

const EXAMPLES = new URL('./examples/', import.meta.url);

/** Lines `intent<tab>wording`, or `intent<tab>wording | wording`; `#` begins a remark. */
export function parseWordings(file: string): Wording[] {
  return file.split('\n').flatMap((line) => {
    const [want, text] = line.split('\t');
    if (!want || !text || line.startsWith('#')) return [];
    return text.split(' | ').map((one) => ({ want: want.split('|'), text: one }));
  });
}

/** All of them, mixed: in the order of a hash of their words, so that no intent is learned last. */
export function readExamples(): Wording[] {
  return readdirSync(EXAMPLES)
    .flatMap((name) => parseWordings(readFileSync(new URL(name, EXAMPLES), 'utf8')))
    .map((wording) => ({ wording, place: hashOf(wording.text) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ wording }) => wording);
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export function isIntent(name: string): name is Intent {
  return Object.hasOwn(INTENT_TABLE, name);
}
