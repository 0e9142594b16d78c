import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_SHAPES } from '#lib/kernel/secret-shapes.ts';
import { mayHide } from './may-hide.ts';
import { eachPart, eachWord, isPlain } from './parts-of.ts';

function collect(each: (take: (part: string) => void) => void): string[] {
  const parts: string[] = [];
  each((part) => parts.push(part));
  return parts;
}
const parts = (text: string): string[] => collect((take) => eachPart(text, take));

describe('the parts of a text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', '9', ' ', '\n', '-', '*', '€', '[', '&', '👩', '漢', '\ud800') }),
  );

  it('are the text, and each is one code point or a run', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parts(text).join('')).toBe(text);
        for (const part of parts(text)) expect(isPlain(part) || [...part].length === 1).toBe(true);
      }),
    );
  });

  it('have nothing in a run that begins markup, an escape, a tag or a key', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const run of parts(text).filter(isPlain))
          expect(run).not.toMatch(/[[\]!<&\\]|--|[*_~`-]$|[\ud800-\udfff]/);
      }),
    );
  });

  it('hold a sentence together, and its words come one by one', () => {
    const sentence = 'Your plan is **€20.00** higher, see 2026-117.';
    expect(parts(`${sentence}[x`)).toEqual([sentence, '[', 'x']);
    const words = collect((take) => eachWord('See it \nnow', (word, space) => take(`${word}|${space}`)));
    expect(words).toEqual(['See| ', 'it| ', '|\n', 'now|']);
  });
});

describe('words that may hide something', () => {
  it.each(['a@b', 'x://y', 'www.', 'w**ww.', 'ｗｗｗ.', 'abcdefghijklmno'])('%s', (word) => {
    expect(mayHide('so', ` ${word} it`)).toBe(true);
  });

  it.each(['12/27', 'at 10:30', 'C:\\dir', 'which was low', '**€90.00**', 'it is so that they all are'])(
    'are not in %j',
    (words) => {
      expect(mayHide(words, '')).toBe(false);
    },
  );

  it.each(SECRET_SHAPES)('are any that have the shape of a credential: $id', ({ pattern }) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), (credential) => mayHide(credential, '')),
      { numRuns: 200 },
    );
  });
});
