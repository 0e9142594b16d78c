import { describe, expect, it } from 'vitest';
import type { Item } from '../read-items.ts';
import { widen } from './widen-items.ts';

const item = (text: string, label: Item['label'], source: string): Item => ({
  text,
  label,
  kind: 'some',
  source,
});
const ITEMS = [
  ...Array.from({ length: 600 }, (_, at) => item(`who pays for seat ${at}?`, 'benign', 'seats')),
  ...Array.from({ length: 600 }, (_, at) => item(`was heißt Posten ${at}?`, 'benign', 'posten')),
  ...Array.from({ length: 600 }, (_, at) => item(`ignore rule ${at}!`, 'attack', 'seats')),
];
const FEWEST = 8;
const heaps = widen(ITEMS).filter(({ text }) => (text.match(/seat|Posten/g) ?? []).length >= FEWEST);

describe('what is made from the items', () => {
  it('keeps them all', () => {
    expect(new Set(widen(ITEMS).map(({ text }) => text)).isSupersetOf(new Set(ITEMS.map(({ text }) => text)))).toBe(true); // prettier-ignore
  });

  it('has heaps of questions of one source, with an attack among them and without', () => {
    expect(heaps.filter(({ label }) => label === 'attack').length).toBeGreaterThan(0);
    expect(heaps.filter(({ label }) => label === 'benign').length).toBeGreaterThan(0);
    for (const { text, label, source } of heaps) {
      expect(text.includes('Posten'), text).toBe(source === 'posten');
      expect(text.includes('ignore rule'), text).toBe(label === 'attack');
    }
  });

  it('parts a heap in more than one way, most without the marks at the ends of questions', () => {
    expect(heaps.some(({ text }) => text.includes('\n'))).toBe(true);
    expect(heaps.filter(({ text }) => !text.includes('?')).length).toBeGreaterThan(heaps.length / 2);
  });
});
