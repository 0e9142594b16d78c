import { describe, expect, it } from 'vitest';
import { CONTEXT } from './corpus.test-data.ts';
import { createOutputGuard } from './create-output-guard.ts';

/** A row of digits waits for what follows it, and meanwhile words behind it are judged. */
const MIXED = '4111 1111 1111 1111, ![i](http://c.test), b@c.io, +44 20 7946 0958';

function rulesOf(chunks: readonly string[]): string[] {
  const guard = createOutputGuard(CONTEXT);
  const results = [...chunks.map((chunk) => guard.push(chunk)), guard.end()];
  return results.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

describe('what was found in an answer', () => {
  it('comes in the same order however the answer is cut', () => {
    const rules = ['email', 'card', 'phone', 'image'];
    expect(rulesOf([...MIXED])).toEqual(rules);
    for (let cut = 0; cut <= MIXED.length; cut += 1)
      expect(rulesOf([MIXED.slice(0, cut), MIXED.slice(cut)])).toEqual(rules);
  });

  it('is there for an answer that is broken off, once', () => {
    const guard = createOutputGuard(CONTEXT);
    expect(guard.push(`${MIXED} and so on`).findings).toEqual([]);
    expect(guard.findings().map(({ rule }) => rule)).toContain('card');
    expect(guard.findings()).toEqual([]);
  });
});
