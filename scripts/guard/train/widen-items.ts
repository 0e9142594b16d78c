import type { Item } from '../read-items.ts';
import { OBFUSCATIONS } from '../obfuscate.ts';
import { hashOf, pick, seededRandom } from '../random.ts';

/** Of this many items one more is made of each kind below. */
const SURROUNDED_SHARE = 0.5;
const HEAP_SHARE = 0.02;
const OBFUSCATED_SHARE = 0.12;
const MISTYPED_SHARE = 0.12;
const MAX_LENGTH = 600;
const FULL_STOP = /[.!?。！？।؟]+$/;
const CHANGES = Object.values(OBFUSCATIONS);

/** The items, and more made from them: attacks between innocent sentences, hidden and mistyped texts of both kinds. */
export function widen<T extends Item>(items: readonly T[]): T[] {
  const innocent = items.filter(({ label, text }) => label === 'benign' && text.length < 160);
  const bySource = Map.groupBy(innocent, ({ source }) => source);
  return items.flatMap((item) => {
    const random = seededRandom(hashOf(`${item.text} widened`));
    const more: T[] = [item];
    if (item.text.length > MAX_LENGTH) return more;
    const share = item.label === 'attack' ? 1 : 0.4;
    if (random() < SURROUNDED_SHARE * share)
      more.push({ ...item, text: surround(item.text, innocent, random) });
    if (random() < HEAP_SHARE && item.text.length < 160)
      more.push({ ...item, text: heapUp(item.text, bySource.get(item.source) ?? innocent, random) });
    if (random() < OBFUSCATED_SHARE * share)
      more.push({ ...item, text: pick(CHANGES, random)(item.text, random) });
    if (random() < MISTYPED_SHARE) more.push({ ...item, text: mistype(item.text, random) });
    return more;
  });
}

function surround(text: string, innocent: readonly Item[], random: () => number): string {
  if (innocent.length === 0) return text;
  const before = Array.from({ length: Math.floor(random() * 3) }, () => pick(innocent, random).text);
  const after = Array.from({ length: Math.floor(random() * 3) }, () => pick(innocent, random).text);
  return [...before, text, ...after].join(pick([' ', '\n', '. '], random));
}

/** The text somewhere among many of one kind, most without their full stops: where one ends and the next begins, nothing is meant. */
function heapUp(text: string, innocent: readonly Item[], random: () => number): string {
  const isBare = random() < 0.7;
  const heap = Array.from({ length: 8 + Math.floor(random() * 30) }, () => pick(innocent, random).text);
  heap.splice(Math.floor(random() * heap.length), 0, text);
  return heap
    .map((one) => (isBare ? one.replace(FULL_STOP, '') : one))
    .join(pick([' ', ' ', '\n', '. '], random));
}

/** One slip in about twelve letters: two swapped, one left out, one doubled. */
function mistype(text: string, random: () => number): string {
  return text.replace(/\p{L}{2}/gu, (two) => {
    const [first = '', second = ''] = [...two];
    if (random() > 0.16) return two;
    return pick([second + first, first, first + first + second, second], random);
  });
}
