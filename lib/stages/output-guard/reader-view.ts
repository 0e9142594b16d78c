import 'server-only';
import { readingView } from '#lib/kernel/personal-data/reading-view.ts';

/** A text as a reader sees it; `from` and `to` map each of its UTF-16 units back. Without them it is the text itself. */
export type ReaderView = {
  readonly text: string;
  readonly from?: readonly number[];
  readonly to?: readonly number[];
};

/** ASCII without emphasis marks, and what is common beside it and folds to nothing else: letters of other scripts, too. */
const IS_AS_READ = /^[\0-)+-[\]-_a-}\x7f£§°«»À-ÖØ-öø-ÿА-яء-ي‘’“”„…€‹›ぁ-ゖァ-ヺ一-鿿가-힣]*$/;

/** The text without emphasis marks, full-width and ornamental letters and the digits of every script folded to ASCII. */
export function readerView(written: string): ReaderView {
  if (IS_AS_READ.test(written)) return { text: written };
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let index = 0;
  for (const character of written) {
    const start = index;
    index += character.length;
    if (/[*`~\\]/.test(character)) continue;
    const read = fold(character);
    text += read;
    for (let unit = 0; unit < read.length; unit += 1) {
      from.push(start);
      to.push(index);
    }
  }
  return { text, from, to };
}

/** Where a stretch of the view stands in the text. */
export function writtenStretch(
  { from, to }: ReaderView,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: from?.[start] ?? start, end: to?.[end - 1] ?? end };
}

function fold(character: string): string {
  if (character < '\u0080') return character;
  const digit = readingView(character).text;
  const folded = digit === character ? character.normalize('NFKC') : digit;
  return folded.length === 1 ? folded : character;
}
