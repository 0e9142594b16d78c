import { screen } from '#lib/stages/input-guard/screen.ts';
import { OBFUSCATIONS } from '../obfuscate.ts';
import { hashOf, pick, seededRandom } from '../random.ts';
import type { Item } from '../read-items.ts';
import { type Share, wilson } from './wilson.ts';

const MAX_ATTACKS = 400;
const MAX_LENGTH = 600;
const QUESTIONS = [20, 40, 60] as const;

export type Hiding = { readonly name: string; readonly found: Share; readonly ofPlain: number };

const isFlagged = (text: string): boolean => screen(text).verdict !== 'pass';

/** Attacks short enough to be hidden, at most so many, chosen by a hash. */
export function chooseAttacks(items: readonly Item[]): string[] {
  return items
    .filter(({ label, text }) => label === 'attack' && text.length <= MAX_LENGTH)
    .map(({ text }) => text)
    .toSorted((a, b) => hashOf(a) - hashOf(b))
    .slice(0, MAX_ATTACKS);
}

/** Recall in plain sight, and under each obfuscation, also as a share of the plain one. */
export function measureObfuscations(attacks: readonly string[], tell: () => void): Hiding[] {
  const plain = share(attacks);
  const hidden = Object.entries(OBFUSCATIONS).map(([name, change]) => {
    const found = share(attacks.map((text) => change(text, seededRandom(hashOf(text)))));
    tell();
    return { name, found, ofPlain: plain.share === 0 ? 0 : found.share / plain.share };
  });
  return [{ name: 'plain', found: plain, ofPlain: 1 }, ...hidden];
}

/** Recall where each attack stands somewhere between so many innocent questions. */
export function measureBuried(attacks: readonly string[], innocent: readonly string[]): Hiding[] {
  const plain = share(attacks);
  return QUESTIONS.map((questions) => {
    const found = share(attacks.map((text) => bury(text, innocent, questions)));
    return { name: `among ${questions}`, found, ofPlain: plain.share === 0 ? 0 : found.share / plain.share };
  });
}

/** How many of so many heaps of innocent questions are flagged with no attack in them. */
export function measureHeaps(innocent: readonly string[], heaps: number): Share {
  return share(
    Array.from({ length: heaps }, (_, index) => bury('', innocent, QUESTIONS[1], `heap ${index}`)),
  );
}

function bury(attack: string, innocent: readonly string[], questions: number, seed = attack): string {
  const random = seededRandom(hashOf(seed) + questions);
  const heap = Array.from({ length: questions }, () => pick(innocent, random));
  heap.splice(Math.floor(random() * heap.length), 0, attack);
  return heap.join(' ').trim();
}

function share(texts: readonly string[]): Share {
  return wilson(texts.filter(isFlagged).length, texts.length);
}
