import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWhole } from './check-whole.ts';
import { CONTEXT, HOSTILE } from './corpus.test-data.ts';
import { HONEST } from './honest.test-data.ts';
import { createOutputGuard } from './create-output-guard.ts';
import { CLOSING } from './policy.ts';

type Result = { text: string; rules: string[]; ended: string | undefined };

function guard(chunks: readonly string[]): Result & { prefixes: string[] } {
  const guardian = createOutputGuard(CONTEXT);
  const results = [...chunks.map((chunk) => guardian.push(chunk)), guardian.end()];
  let text = '';
  const prefixes = results.map((result) => (text += result.text));
  const rules = results.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  return { text, rules, ended: results.at(-1)?.ended, prefixes };
}
const whole = (text: string): Result => {
  const { prefixes: _, ...result } = guard([text]);
  return result;
};
/** Chunks at these positions, whatever they cut through. */
function cutAt(text: string, positions: readonly number[]): string[] {
  const edges = [0, ...positions.toSorted((a, b) => a - b), text.length];
  return edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
}
const everything = [...HOSTILE.map(({ text }) => text), ...HONEST];

describe('what leaves the server', () => {
  it.each(HONEST)('is an honest answer exactly as written: %s', (text) => {
    expect(whole(text)).toEqual({ text, rules: [], ended: undefined });
  });

  it.each(HOSTILE)('never shows $name, however it is cut in two', ({ text, secrets }) => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      const shown = guard(cutAt(text, [cut])).text;
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    }
  });

  it('never shows a part of the canary that is long enough to matter, at any moment', () => {
    for (const { text, name } of HOSTILE.filter((item) => item.name.startsWith('canary'))) {
      const { prefixes, ended, rules } = guard([...text]);
      expect({ name, ended, found: rules.includes('canary') }).toEqual({
        name,
        ended: 'blocked',
        found: true,
      });
      expect(
        prefixes
          .at(-1)
          ?.replace(CLOSING, '')
          .replace(/[^0-9a-z]/gi, '').length,
      ).toBeLessThan(12);
    }
  });
});

describe('chunk invariance', () => {
  it('holds for cuts into two and three: all of them in short answers, a grid in long ones', () => {
    let cuts = 0;
    for (const text of everything) {
      const expected = whole(text);
      const step = Math.ceil(text.length / 300);
      const stride = text.length <= 64 ? 1 : Math.ceil(text.length / 12);
      for (let first = 0; first <= text.length; first += step) {
        const { prefixes: _, ...result } = guard(cutAt(text, [first]));
        expect(result).toEqual(expected);
        for (let second = first + 1; second <= text.length; second += stride, cuts += 1) {
          if (guard(cutAt(text, [first, second])).text !== expected.text)
            expect.fail(JSON.stringify([text, first, second]));
        }
      }
    }
    expect(cuts).toBeGreaterThan(30_000);
  });

  const fragment = fc.oneof(
    fc.constantFrom(...everything),
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '&',
      '#64;',
      'amp;',
      '\\',
      '@',
      ':',
      '\n\n',
      ' ',
      '*',
      '_',
      '`',
      '|',
      '-----BEGIN ',
      'PRIVATE KEY-----',
    ),
    fc.constantFrom(
      'x@y.test',
      'help@tallyhouse.test',
      '4242 4242 4242 4242',
      'DE89 3704 0044 0532 0130 00',
      '+49 30 901820',
      'https://evil.test',
      '/invoices',
      '](/plan)',
      '[e-mail removed]',
      '👩',
      '\u200d',
      '\ufe0f',
      '漢',
      'www.',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const answer = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''));
  const cuts = fc.array(fc.nat(2_000), { maxLength: 12 });

  it('holds for random texts and random cuts, and what is shown only grows', () => {
    fc.assert(
      fc.property(answer, cuts, (text, positions) => {
        const result = guard(
          cutAt(
            text,
            positions.map((position) => position % (text.length + 1)),
          ),
        );
        expect(result.text).toBe(whole(text).text);
        expect(result.prefixes.every((prefix) => result.text.startsWith(prefix))).toBe(true);
      }),
      { numRuns: 4_000 },
    );
  });

  it('holds for texts of the corpora one after the other, cut in many places', () => {
    const texts = fc.array(fc.constantFrom(...everything), { minLength: 1, maxLength: 3 });
    const manyCuts = fc.array(fc.nat(2_000), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(texts, manyCuts, (parts, positions) => {
        const text = parts.join(' ');
        const { prefixes: _, ...result } = guard(
          cutAt(
            text,
            positions.map((position) => position % (text.length + 1)),
          ),
        );
        expect(result).toEqual(whole(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('what was shown is what a check of the whole would show, so what is stored equals it', () => {
    fc.assert(
      fc.property(answer, cuts, (text, positions) => {
        const shown = guard(
          cutAt(
            text,
            positions.map((position) => position % (text.length + 1)),
          ),
        ).text;
        expect(checkWhole(CONTEXT, shown).text).toBe(shown);
      }),
      { numRuns: 4_000 },
    );
  });

  it('nothing shown has an address, image, tag or link off the table', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const { text: shown } = whole(text);
        expect(
          shown.replaceAll('help@tallyhouse.test', 'x').replaceAll('owner@northwind.test', 'x'),
        ).not.toMatch(
          /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}{2}|<[a-z/!?]|!\[[^\]]*\]\(|^[ >*-]*\[[^\][]*\]:|:\/\/|www\./imu,
        );
        for (const [, href] of shown.matchAll(/\]\(([^)]*)\)/g))
          expect(href).toMatch(/^\/(invoices(\/[0-9-]+)?|payments|plan|usage)$/);
      }),
      { numRuns: 4_000 },
    );
  });
});

describe('the check of a finished answer', () => {
  it('finds what should never have been shown', () => {
    expect(checkWhole(CONTEXT, 'Write to jane@acme.test.')).toMatchObject({
      isClean: false,
      text: 'Write to [e-mail removed].',
    });
    expect(checkWhole(CONTEXT, 'Your invoice is €90.00.')).toMatchObject({ isClean: true, findings: [] });
  });
});
