import 'server-only';
import type { MatchRange } from '#lib/contract/search.ts';
import { fold } from './fold.ts';

type Folded = { text: string; starts: number[]; ends: number[] };

/** Where the words stand in a text as it was written: merged, in order, in UTF-16 code units. */
export function mark(text: string, words: readonly string[]): MatchRange[] {
  const folded = foldWithPlaces(text);
  const found = words.flatMap((word) => occurrences(folded, word)).toSorted((a, b) => a.start - b.start);
  const merged: MatchRange[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** Folds character by character and remembers where each folded one came from; what folds to nothing belongs to the one before. */
function foldWithPlaces(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const part = fold(character);
    if (part === '' && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = end;
    for (let index = 0; index < part.length; index += 1) {
      folded.starts.push(at);
      folded.ends.push(end);
    }
    folded.text += part;
    at = end;
  }
  return folded;
}

function occurrences({ text, starts, ends }: Folded, word: string): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    ranges.push({ start: starts[at] ?? 0, end: ends[at + word.length - 1] ?? 0 });
  }
  return ranges;
}
