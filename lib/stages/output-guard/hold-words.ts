import 'server-only';
import { fault } from '#faults';
import { mayHide } from './may-hide.ts';
import { eachWord, isPlain, isSpace } from './parts-of.ts';
import { type Found, isMark, type Pass, PIECE_START, type Sink } from './passes.ts';
import { queuePieces } from './piece-queue.ts';
import type { Addresses } from './redact-word.ts';
import { countLetters, squashedCode } from './squash.ts';
import type { TextWatch } from './watch-text.ts';
import { writeWord } from './write-word.ts';

/** `show` takes a piece, shown whole or not at all; `showWords` plain words, as many as may be shown. */
export type Shown = { show: Sink; showWords: Sink; found: Found; isOver: () => boolean };
/** `soFar`: the word that was begun; `begin` another one, that one being shown. */
export type WordHold = Pass & { soFar: () => string; begin: () => void };

/**
 * Lets text go one decided word at a time. Held back are: the word being written, every word in which something
 * watched for may still begin, and pieces that are not complete. What it takes, the watch has taken before.
 */
export function holdWords(addresses: Addresses, watch: TextWatch, shown: Shown): WordHold {
  if (fault('no-hold-back')) return letGo(shown.show);
  const queue = queuePieces(watch, shown.show);
  let isInPiece = false;
  let upTo = 0;
  const decide = (text: string, space: string): void => queue.add({ text, space, upTo, joins: isInPiece });
  const word = writeWord(addresses, decide, shown.found);

  /** `left`: letters and digits that the watch has taken and this pass has not. */
  function add(part: string, space: string, left: number): void {
    if (shown.isOver()) return;
    upTo = watch.taken - left;
    word.add(part, space);
  }
  function takeWords(run: string): void {
    if (isOneWord(run) && word.hasRoom(run.length)) return add(run, '', 0);
    let left = countLetters(run);
    eachWord(run, (part, space) => {
      for (const piece of word.hasRoom(part.length) ? [part] : part) {
        left -= countLetters(piece);
        add(piece, '', left);
      }
      if (space !== '') add('', space, left);
    });
  }
  /** Most words are harmless, and decided once the watch has seen the run they are in: those go together. */
  function takeRun(run: string): void {
    const isIdle = queue.release() && !isInPiece && word.hasRoom(0);
    const decided = isIdle ? endOfDecided(run, watch.taken - watch.decided) : 0;
    if (decided === 0) return takeWords(run);
    const words = run.slice(0, decided);
    if (mayHide(word.soFar(), words)) return takeWords(run);
    shown.showWords(word.soFar() + words);
    word.begin();
    if (decided < run.length) takeWords(run.slice(decided));
  }
  function take(part: string): void {
    if (isMark(part)) isInPiece = part === PIECE_START;
    else if (isPlain(part)) takeRun(part);
    else add(part, '', 0);
    queue.release();
  }
  function end(): void {
    upTo = watch.taken;
    word.end();
    queue.end();
  }
  const isIdle = (): boolean => queue.isEmpty() && !isInPiece && word.hasRoom(0);
  return { take, end, isIdle, resume: doNothing, soFar: word.soFar, begin: word.begin };
}

const doNothing = (): void => undefined;

/** What a planted fault makes of it: every character goes as it comes. */
function letGo(show: Sink): WordHold {
  const take = (part: string): void => (isMark(part) ? undefined : show(part));
  return { take, end: doNothing, isIdle: () => false, resume: doNothing, soFar: () => '', begin: doNothing };
}

function isOneWord(run: string): boolean {
  for (let index = 0; index < run.length; index += 1) if (isSpace(run.charCodeAt(index))) return false;
  return true;
}

/** Where the last word of a run ends after which there are so many letters that are not decided yet, or 0. */
function endOfDecided(run: string, undecided: number): number {
  let letters = 0;
  for (let end = run.length; end > 0; end -= 1) {
    const code = run.charCodeAt(end - 1);
    if (letters >= undecided && isSpace(code)) return end;
    if (squashedCode(code) !== 0) letters += 1;
  }
  return 0;
}
