import 'server-only';
import { ANSWER_MAX_CHARACTERS, REPEAT_PERIOD, REPEAT_STRIDE, REPEAT_WINDOW } from './policy.ts';

/** Says whether a decided piece may still be shown, or that the answer is too long or repeats itself without end. */
export function watchLength(): (piece: string) => 'repeat' | 'length' | undefined {
  let shown = 0;
  let tail = '';

  return (piece) => {
    if (shown + piece.length > ANSWER_MAX_CHARACTERS) return 'length';
    const before = shown;
    shown += piece.length;
    tail += piece;
    const firstLook = before - (before % REPEAT_STRIDE) + REPEAT_STRIDE;
    for (let look = firstLook; look <= shown; look += REPEAT_STRIDE) {
      const end = tail.length - (shown - look);
      if (repeats(tail.slice(Math.max(0, end - REPEAT_WINDOW), end))) return 'repeat';
    }
    // Pieces are added up between looks: a text that is put together is copied when it is looked at.
    if (firstLook <= shown) tail = tail.slice(-REPEAT_WINDOW);
    return undefined;
  };
}

/** Whether the last characters, once there are enough, have a period of `REPEAT_PERIOD` or less: begin again there. */
function repeats(text: string): boolean {
  if (text.length < REPEAT_WINDOW) return false;
  const head = text.slice(0, REPEAT_WINDOW - REPEAT_PERIOD);
  for (let period = text.indexOf(head, 1); period > 0; period = text.indexOf(head, period + 1)) {
    if (text.startsWith(text.slice(period))) return true;
  }
  return false;
}
