import 'server-only';
import type { Sink } from './passes.ts';
import type { TextWatch } from './watch-text.ts';

/**
 * Decided text and the white space that ended it. `upTo` counts the letters and digits of the answer through its end;
 * `joins` when the next belongs to it.
 */
export type Piece = { text: string; space: string; upTo: number; joins: boolean };

export type PieceQueue = {
  add: (piece: Piece) => void;
  /** Lets go what no match can include any more, in order. Returns whether nothing is left. */
  release: () => boolean;
  isEmpty: () => boolean;
  /** Lets everything go. */
  end: () => void;
};

/** Holds decided text in which something that is watched for may still begin, and pieces that are not complete. */
export function queuePieces(watch: TextWatch, next: Sink): PieceQueue {
  const pieces: Piece[] = [];

  function show({ text, space }: Piece): void {
    if (text !== '') next(text);
    if (space !== '') next(space);
  }
  function add(piece: Piece): void {
    const { text, space, joins } = piece;
    const last = pieces[pieces.length - 1];
    if (last?.joins) {
      Object.assign(last, piece, { text: last.text + text + (joins ? space : ''), space: '' });
      // After the end of a piece, white space stands for itself.
      if (!joins) add({ ...piece, text: space, space: '' });
    } else if (text === '' && space === '') return;
    else if (joins) pieces.push({ ...piece, text: text + space, space: '' });
    else if (last || piece.upTo > watch.decided) pieces.push(piece);
    else show(piece);
  }
  function release(): boolean {
    let first = pieces[0];
    while (first && !first.joins && first.upTo <= watch.decided) {
      pieces.shift();
      show(first);
      first = pieces[0];
    }
    return first === undefined;
  }
  return { add, release, isEmpty: () => pieces.length === 0, end: () => pieces.splice(0).forEach(show) };
}
