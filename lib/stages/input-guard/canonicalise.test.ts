import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise } from './canonicalise.ts';

/** "Why is my invoice higher?" or the like, in scripts and spellings people use. */
const LEGITIMATE = [
  'Why is my invoice higher? – “twice”, £40½ … naïve café',
  'Warum ist meine Rechnung höher? Straße, Größe',
  'Pourquoi ma facture est-elle plus élevée\u00a0? Œuvre',
  '¿Por qué mi factura es más alta? Año',
  'Por que a minha fatura está mais alta? Não',
  'Perché la mia fattura è più alta?',
  'Waarom is mijn factuur hoger? €\u202f40',
  'Dlaczego moja faktura jest wyższa? Łódź',
  'Proč je moje faktura vyšší? Příští měsíc',
  'Varför är min faktura högre? Åäö',
  'Miksi laskuni on suurempi? Yö',
  'Faturam neden daha yüksek? İstanbul ığ',
  'Почему мой счёт больше? Йод',
  'Чому мій рахунок більший? Їжак',
  'Γιατί ο λογαριασμός μου είναι υψηλότερος;',
  'למה החשבונית שלי גבוהה יותר? שָׁלוֹם',
  'لماذا فاتورتي أعلى؟ مُحَمَّد',
  'چرا صورت‌حساب من بیشتر است؟ می‌خواهم',
  'मेरा बिल ज़्यादा क्यों है? क्‍ष',
  'আমার বিল বেশি কেন? র‍্যাব',
  'ทำไมใบแจ้งหนี้ของฉันสูงขึ้น',
  'Tại sao hóa đơn của tôi cao hơn?',
  '为什么我的账单更高？',
  '請求書が高いのはなぜですか？ｶﾞ',
  '왜 청구서가 더 높나요?',
  'ශ්‍රී ලංකා රුපියල්',
  '👍 👩‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️ 1️⃣ 🇮🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☎︎ ©️ 🧑‍🦰',
  'Two lines\nand a\ttab',
] as const;

const hidden = fc.constantFrom(
  '\u200b', '\u200c', '\u200d', '\u202e', '\u2066', '\u00ad', '\ufeff', '\ufe0f', '\ufe0e', '\ufe01', '\u{e0041}', '\u{e007f}',
  '\u{e0100}', '\ud800', '\udc00', '\ue000', '\u{f0000}', '\u0000', '\u001b', '\u0085', '\r', '\u2028', '\uffff', '\u180e', '\u3164',
); // prettier-ignore
const visible = fc.constantFrom(
  'a',
  '1',
  '#',
  ' ',
  '\n',
  '👩',
  '🏽',
  '🏴',
  '❤',
  '\u0301',
  'ی',
  'क',
  '्',
  'ß',
  '漢',
  '\u20e3',
  '\u{e0067}',
  '\u{e0062}',
);
const mixed = fc
  .array(fc.oneof(hidden, visible, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('the canonical form', () => {
  it.each(LEGITIMATE)('leaves honest text exactly as typed: %s', (text) => {
    expect(canonicalise(text.normalize('NFC'))).toBe(text.normalize('NFC'));
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(mixed, (text) => canonicalise(canonicalise(text)) === canonicalise(text)),
      { numRuns: 5_000 },
    );
  });

  it('is idempotent where composing gives a joiner other neighbours', () => {
    for (const text of [
      '\u094d\u0301\u200c\u094d',
      '\u0301\u094d\u200c\u094d',
      '\u094d\u0301\u200c\u200d\u094d\u0316',
    ]) {
      expect(canonicalise(canonicalise(text))).toBe(canonicalise(text));
    }
  });

  it('holds no control, bidi, private-use, tag or surrogate character', () => {
    const denied =
      /[\p{Cc}\p{Co}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{fe00}-\u{fe0d}\u{e0100}-\u{e01ef}]/u;
    fc.assert(
      fc.property(mixed, (text) => !denied.test(canonicalise(text).replace(/[\n\t]/g, ''))),
      { numRuns: 5_000 },
    );
  });

  it('keeps joiners and tags only where they spell something', () => {
    expect(canonicalise('a\u200db\u200cc\ufe0fd')).toBe('abcd');
    expect(canonicalise('hi\u{e0069}\u{e0067}\u{e006e}\u{e007f}')).toBe('hi');
    expect(canonicalise('🏴\u{e0068}\u{e0069}\u{e007f}')).toBe('🏴');
    expect(canonicalise('😀\u{e0100}\u{e0101}')).toBe('😀');
  });

  it('turns every kind of line end into one', () => {
    expect(canonicalise('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne');
  });
});
