import 'server-only';
import { fault } from '#faults';
import { ANSWER_MAX_CHARACTERS, REPEAT_PERIOD, REPEAT_STRIDE, REPEAT_WINDOW } from './policy.ts';

export type ShownText = {
  /** Adds a decided piece, or says that the answer would be too long or repeats itself without end. */
  add: (piece: string) => 'repeat' | 'length' | undefined;
  /** How many characters can be added without a look back. */
  room: () => number;
  /** What was added since the last time. */
  takeOut: () => string;
  isEmpty: () => boolean;
};

/** So many last characters of an answer that repeats itself stand within a period before them. */
const LAST = 16;
const NEAR = REPEAT_PERIOD + LAST;

/** The text that may be shown, as long as it is neither too long nor without end. */
export function shownText(): ShownText {
  let length = 0;
  let look = REPEAT_STRIDE;
  // Strings are put together and seldom read: of all of it mostly the end only, which stays short.
  let [all, near, kept, fresh] = ['', '', '', ''];

  function keep(): void {
    all += fresh;
    near += fresh;
    kept += fresh;
    fresh = '';
  }
  function repeatsWith(piece: string): boolean {
    keep();
    near = near.slice(-NEAR);
    const recent = near + piece;
    for (; look <= length; look += REPEAT_STRIDE) {
      const excess = length - look;
      if (look < REPEAT_WINDOW || !mayRepeat(recent, recent.length - excess)) continue;
      const shown = all + piece;
      const end = shown.length - excess;
      if (isPeriodic(shown.slice(Math.max(0, end - REPEAT_WINDOW), end))) return true;
    }
    return false;
  }
  function add(piece: string): 'repeat' | 'length' | undefined {
    const isBounded = !fault('answer-without-end');
    if (isBounded && length + piece.length > ANSWER_MAX_CHARACTERS) return 'length';
    length += piece.length;
    if (isBounded && look <= length && repeatsWith(piece)) return 'repeat';
    fresh += piece;
    return undefined;
  }
  function takeOut(): string {
    keep();
    const text = kept;
    kept = '';
    return text;
  }
  const room = (): number =>
    fault('answer-without-end') ? REPEAT_WINDOW : Math.min(look, ANSWER_MAX_CHARACTERS) - length - 1;
  return { add, room, takeOut, isEmpty: () => length === 0 };
}

/** Whether the last characters before `end` stand nearby before: no text has a short period without that. */
function mayRepeat(text: string, end: number): boolean {
  const start = Math.max(0, end - LAST);
  const before = text.slice(Math.max(0, end - NEAR), end - 1);
  return before.includes(text.slice(start, end));
}

/** Whether the last characters, once there are enough, have a period of `REPEAT_PERIOD` or less: begin again there. */
function isPeriodic(text: string): boolean {
  if (text.length < REPEAT_WINDOW) return false;
  const head = text.slice(0, REPEAT_WINDOW - REPEAT_PERIOD);
  for (let period = text.indexOf(head, 1); period > 0; period = text.indexOf(head, period + 1)) {
    if (text.startsWith(text.slice(period))) return true;
  }
  return false;
}
