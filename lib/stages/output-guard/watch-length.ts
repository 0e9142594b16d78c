import 'server-only';
import { ANSWER_MAX_CHARACTERS, REPEAT_PERIOD, REPEAT_STRIDE, REPEAT_WINDOW } from './policy.ts';

/** Says whether a decided piece may still be shown, or that the answer is too long or repeats itself without end. */
export function watchLength(): (piece: string) => 'repeat' | 'length' | undefined {
  let shown = 0;
  let tail = '';
  let look = REPEAT_STRIDE;

  function lookBack(): 'repeat' | undefined {
    for (; look <= shown; look += REPEAT_STRIDE) {
      const end = tail.length - (shown - look);
      if (repeats(tail.slice(Math.max(0, end - REPEAT_WINDOW), end))) return 'repeat';
    }
    tail = tail.slice(-REPEAT_WINDOW);
    return undefined;
  }
  return (piece) => {
    if (shown + piece.length > ANSWER_MAX_CHARACTERS) return 'length';
    shown += piece.length;
    tail += piece;
    return look <= shown ? lookBack() : undefined;
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
