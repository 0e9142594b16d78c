import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, hasWords, wordsOf } from './fold.ts';
import { mark } from './mark.ts';
import { snippetOf } from './snippet.ts';

const has = (text: string, search: string) => hasWords(text, wordsOf(search));
const marked = (text: string, search: string) =>
  mark(text, wordsOf(search)).map(({ start, end }) => text.slice(start, end));

describe('what people expect to find', () => {
  test.each([
    ['Rechnung für die Straße', 'STRASSE fur'],
    ['Crème brûlée', 'creme BRULEE'],
    ['Cre\u0300me', 'crème'],
    ['Łódź, Ørsted, Þór', 'lodz orsted thor'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Ο Οδυσσέας', 'οδυσσεας'],
    ['ＦＵＬＬ width １２３', 'full 123'],
    ['ﬁnance', 'finance'],
    ['請求書の金額はいくらですか', '金額'],
    ['ｶﾞｿﾘﾝ', 'ガソリン'],
    ['ใบแจ้งหนี้ล่าสุด', 'แจ้งหนี้'],
    ['청구서를 보여 주세요', '청구서'],
    ['שָׁלוֹם', 'שלום'],
    ['فاتورةٌ جديدة', 'فاتورة'],
    ['soft\u00adhyphen and zero\u200bwidth', 'softhyphen zerowidth'],
    ['Invoice 2026-117\nis due', 'due 2026-117'],
  ])('%j is found by %j', (text, search) => {
    expect(has(text, search)).toBe(true);
    expect(marked(text, search).length).toBeGreaterThan(0);
  });

  test.each([
    ['my latest invoice', 'latest payment'],
    ['கி', 'க்'],
    ['ข้าว', 'ขาว'],
    ['anything', '?'],
  ])('%j is not found by %j', (text, search) => expect(has(text, search)).toBe(false));

  test('a search of nothing but spaces and invisible characters has no words', () => {
    expect(wordsOf('  \u200b \n\t\u3000')).toEqual([]);
  });
});

describe('marks', () => {
  test('stand on what was written, accents and doubled letters with it, and never overlap', () => {
    expect(marked('Die Straße, strasse', 'strasse')).toEqual(['Straße', 'strasse']);
    expect(marked('cre\u0300me', 'creme')).toEqual(['cre\u0300me']);
    expect(marked('😀 due 😀 DUE', 'due')).toEqual(['due', 'DUE']);
    expect(mark('aaaa', ['aa', 'aaa'])).toEqual([{ start: 0, end: 4 }]);
  });

  test('lie inside the text, in order, whatever is searched in whatever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text, search) => {
          const ranges = mark(text, wordsOf(search));
          let last = -1;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
    );
  });

  test('what was folded once folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('a snippet', () => {
  test('is one line around the word, without Markdown, and its marks fit it', () => {
    const answer = `${'Some words before it. '.repeat(20)}\n\n| Line | **Amount** |\n| --- | ---: |\n| [2026-117](/invoices/2026-117) | €90.00 |\n\nand more ${'after '.repeat(50)}`;
    const { snippet, ranges } = snippetOf(answer, 'assistant', wordsOf('amount 2026-117'));
    expect(snippet).toMatch(/^….*Line · Amount.*2026-117.*…$/);
    expect(snippet).not.toMatch(/[*|\n[\]]/);
    expect(ranges.map(({ start, end }) => snippet.slice(start, end))).toEqual(['Amount', '2026-117']);
    expect(snippet.length).toBeLessThan(150);
  });

  test('shows the person’s own words as they typed them', () => {
    expect(snippetOf('2 * 3 ** 4 | due', 'user', ['due']).snippet).toBe('2 * 3 ** 4 | due');
  });

  test('never cuts a character in two', () => {
    const { snippet } = snippetOf(`${'😀'.repeat(200)}due${'😀'.repeat(200)}`, 'user', ['due']);
    expect(snippet).not.toMatch(/(?:^|[^\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(snippet).toContain('due');
  });
});
