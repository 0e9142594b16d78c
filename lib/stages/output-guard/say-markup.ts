import 'server-only';
import { PLACEHOLDER } from './neutral-text.ts';
import { eachPart, isPlain, whileWaiting } from './parts-of.ts';
import { PIECE_END, PIECE_START, type Sink } from './passes.ts';

/**
 * What was said so far, as far as what is said next depends on it. `last` ends in the last character, `edge` in the
 * last one that is no emphasis mark, or it is `LINK_END`. `gap`: something was removed.
 */
export type Said = {
  last: string;
  gap: boolean;
  edge: string;
  readonly next: Sink;
};

/** Stands for the end of a link, which no text that is put can be. */
export const LINK_END = '](…)';
const EMPHASIS = /[*_~`\\]/;
/** What may follow removed markup directly. Anything else could join with what stands before it. */
const NO_GAP = /[\s.,!?)]/;

/** Says plain text or one character. `](`, `][` and `]:` make links and definitions: only `piece` writes them. */
export function put(said: Said, part: string): void {
  if (isPlain(part) && !minds(said)) return putRun(said, part);
  whileWaiting(
    part,
    () => minds(said),
    (character) => putOne(said, character),
    (run) => putRun(said, run),
  );
}

function putRun(said: Said, run: string): void {
  said.last = said.edge = run;
  said.next(run);
}

/** Whether the next character may need something before it. */
export function minds({ gap, last, edge }: Said): boolean {
  return gap || last === ']' || edge === LINK_END;
}

function putOne(said: Said, character: string): void {
  if (said.gap ? !NO_GAP.test(character) : said.last === ']' && /[([:]/.test(character)) said.next(' ');
  else if (said.edge === LINK_END && character === '@') said.next(' ');
  said.gap = false;
  said.last = character;
  if (!EMPHASIS.test(character)) said.edge = character;
  said.next(character);
}

/** Text that has been neutralised: only our placeholders still have brackets. */
export function say(said: Said, text: string): void {
  for (const stretch of text.split(PLACEHOLDER)) {
    if (stretch.startsWith('[')) piece(said, stretch);
    else eachPart(stretch, (part) => put(said, part));
  }
}

/** Shown as a whole or not at all. */
export function piece(said: Said, text: string): void {
  if (said.gap || /[\]!]$/.test(said.last)) said.next(' ');
  said.gap = false;
  said.last = said.edge = text.at(-1) ?? said.last;
  eachPart(`${PIECE_START}${text}${PIECE_END}`, said.next);
}

/** A gap: what comes next can't join with what was said. */
export function keepApart(said: Said): void {
  said.gap ||= said.last !== '' && !/[\s(]$/.test(said.last);
}
