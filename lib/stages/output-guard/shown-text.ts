import 'server-only';
import { ANSWER_MAX_CHARACTERS, REPEAT_PERIOD, REPEAT_STRIDE, REPEAT_WINDOW } from './policy.ts';

export type ShownText = {
  /** Adds a decided piece, or says that the answer would be too long or repeats itself without end. */
  add: (piece: string) => 'repeat' | 'length' | undefined;
  /** Whether so many characters can be added without a look back. */
  hasRoom: (length: number) => boolean;
  /** What was added since the last time. */
  takeOut: () => string;
  isEmpty: () => boolean;
};

/** The text that may be shown, as long as it is neither too long nor without end. */
export function shownText(): ShownText {
  let length = 0;
  let look = REPEAT_STRIDE;
  // Each piece is put to one string only, which stays short until it is looked at.
  let [tail, kept, fresh] = ['', '', ''];

  function keep(): void {
    tail += fresh;
    kept += fresh;
    fresh = '';
  }
  function repeatsWith(piece: string): boolean {
    keep();
    tail = tail.slice(-REPEAT_WINDOW);
    const recent = tail + piece;
    for (; look <= length; look += REPEAT_STRIDE) {
      const end = recent.length - (length - look);
      if (isPeriodic(recent.slice(Math.max(0, end - REPEAT_WINDOW), end))) return true;
    }
    return false;
  }
  function add(piece: string): 'repeat' | 'length' | undefined {
    if (length + piece.length > ANSWER_MAX_CHARACTERS) return 'length';
    length += piece.length;
    if (look <= length && repeatsWith(piece)) return 'repeat';
    fresh += piece;
    return undefined;
  }
  function takeOut(): string {
    keep();
    const text = kept;
    kept = '';
    return text;
  }
  const hasRoom = (more: number): boolean => length + more < Math.min(look, ANSWER_MAX_CHARACTERS);
  return { add, hasRoom, takeOut, isEmpty: () => length === 0 };
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
