import { describe, expect, it } from 'vitest';
import { FIRST_CONCEPT } from './feature-list.ts';
import { readFeatures } from './read-features.ts';

/** What two words have that none of them has alone: they count together. */
function sharedBy(first: string, second: string): Set<number> {
  const alone = new Set([...idsOf(first), ...idsOf(second)]);
  return new Set(idsOf(`${first} ${second}`).filter((id) => !alone.has(id)));
}

const idsOf = (text: string): number[] => [...readFeatures(text).ids].filter((id) => id < FIRST_CONCEPT);

describe('two words', () => {
  it.each([
    ['zatwierdzić', 'fakturę', 'zatwierdziliście', 'faktury'],
    ['refunding', 'customers', 'refunds', 'customer'],
    ['환불은', '승인을', '환불만', '승인하고'],
  ])('count together whatever their endings: %s %s, %s %s', (first, second, other, another) => {
    const [some, more] = [sharedBy(first, second), sharedBy(other, another)];
    expect(some.intersection(more).size).toBeGreaterThan(0);
  });

  it('count otherwise when they begin otherwise, or stand the other way round', () => {
    const some = sharedBy('refund', 'invoice');
    expect(some.intersection(sharedBy('resend', 'letter')).size).toBe(0);
    expect(some.intersection(sharedBy('invoice', 'refund')).size).toBe(0);
  });
});
