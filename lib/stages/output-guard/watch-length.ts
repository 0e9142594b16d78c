import 'server-only';
import { ANSWER_MAX_CHARACTERS, REPEAT_PERIOD, REPEAT_STRIDE, REPEAT_WINDOW } from './policy.ts';

/** Says whether a decided piece may still be shown, or that the answer is too long or repeats itself without end. */
export function watchLength(): (piece: string) => 'repeat' | 'length' | undefined {
  let shown = 0;
  let tail = '';

  return (piece) => {
    if (shown + piece.length > ANSWER_MAX_CHARACTERS) return 'length';
    for (let index = 0; index < piece.length; index += 1) {
      tail += piece.charAt(index);
      if ((shown + index + 1) % REPEAT_STRIDE !== 0) continue;
      tail = tail.slice(-REPEAT_WINDOW);
      if (tail.length === REPEAT_WINDOW && smallestPeriod(tail) <= REPEAT_PERIOD) return 'repeat';
    }
    shown += piece.length;
    return undefined;
  };
}

/** The smallest p with `text[i] === text[i + p]` throughout: by the failure function of Knuth, Morris and Pratt, 1977. */
function smallestPeriod(text: string): number {
  const border = new Uint16Array(text.length);
  for (let index = 1; index < text.length; index += 1) {
    let length = border[index - 1] ?? 0;
    while (length > 0 && text[index] !== text[length]) length = border[length - 1] ?? 0;
    border[index] = text[index] === text[length] ? length + 1 : 0;
  }
  return text.length - (border[text.length - 1] ?? 0);
}
