import { describe, expect, it } from 'vitest';
import { cpuMs, leastOf } from '#scripts/test/cpu-time.ts';
import { visibleText } from './visible-text.ts';

const written = (text: string) =>
  visibleText(text)
    .map((part) => part.text)
    .join('');

describe('what a person approves has nothing hidden in it', () => {
  it.each([
    ['a direction override', 'pay\u202Ecba', 'pay⟨U+202E⟩cba'],
    ['isolates', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['zero width', 'ma\u200Bil@x.test', 'ma⟨U+200B⟩il@x.test'],
    ['a joiner', 'a\u200Db', 'a⟨U+200D⟩b'],
    ['a byte order mark', '\uFEFFa', '⟨U+FEFF⟩a'],
    ['tag characters', 'a\u{E0041}', 'a⟨U+E0041⟩'],
    ['a variation selector', 'a\uFE0F', 'a⟨U+FE0F⟩'],
    ['a soft hyphen', 'a\u00ADb', 'a⟨U+00AD⟩b'],
    ['a Hangul filler', 'a\u3164b', 'a⟨U+3164⟩b'],
    ['a newline', 'EUR\nRefund 1', 'EUR⟨U+000A⟩Refund 1'],
    ['a separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['a null', 'a\0b', 'a⟨U+0000⟩b'],
    ['an escape', '\u001B[2Ja', '⟨U+001B⟩[2Ja'],
    ['half a pair', 'a\uD800', 'a⟨U+D800⟩'],
    ['private use', '\uE000', '⟨U+E000⟩'],
    ['a wide blank', 'a\u3000b', 'a⟨U+3000⟩b'],
    ['blank braille', 'a\u2800', 'a⟨U+2800⟩'],
    ['a fourth mark on one letter', 'e\u0301\u0302\u0303\u0304', 'e\u0301\u0302\u0303⟨U+0304⟩'],
  ])('%s is written out', (_what, text, shown) => {
    expect(written(text)).toBe(shown);
  });

  it.each([
    '40,00\u00A0€',
    "1'200.50 CHF",
    '1 – 30 Nov 2026',
    'Zoë Ångström',
    '東京 株式会社',
    'مرحبا',
    '😀',
  ])('ordinary writing stays as it is: %s', (text) => {
    expect(visibleText(text)).toEqual([{ text, hidden: false }]);
  });

  it('hidden characters are parts of their own, and no text is no part', () => {
    expect(visibleText('\u202E')).toEqual([{ text: '⟨U+202E⟩', hidden: true }]);
    expect(visibleText('')).toEqual([]);
  });

  it('takes as long as the text is', () => {
    const time = (size: number) => {
      const text = '\u0301'.repeat(size);
      const from = cpuMs();
      visibleText(text);
      return cpuMs() - from;
    };
    time(20_000);
    // Eight times the text; in the square of it that would be 64 times the work.
    expect(leastOf(10, () => time(160_000) - Math.max(time(20_000), 8) * 24)).toBeLessThan(0);
  });
});
