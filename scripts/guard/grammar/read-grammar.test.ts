import { describe, expect, it } from 'vitest';
import { parseGrammar, readGrammars, writeItems } from './read-grammar.ts';

const SMALL = `== refund
@what {all |every }invoice|everything
+ refund {@what} {now|}
- who refunds {@what}?
`;

describe('the grammar of attacks and their innocent twins', () => {
  it('writes each sentence once, of the kind and label of its line', () => {
    const items = writeItems(parseGrammar('xx', SMALL), 50);
    const attacks = items.filter(({ label }) => label === 'attack').map(({ text }) => text);
    expect(new Set(attacks).size).toBe(attacks.length);
    expect(attacks).toContain('refund everything now');
    expect(items.every(({ kind, lang }) => kind === 'refund' && lang === 'xx')).toBe(true);
    expect(items.some(({ text, label }) => label === 'benign' && text === 'who refunds all invoice?')).toBe(
      true,
    );
  });

  it('writes the same sentences each time', () => {
    expect(writeItems(parseGrammar('xx', SMALL), 3)).toEqual(writeItems(parseGrammar('xx', SMALL), 3));
  });

  it('covers eighteen languages widely, others a little, each with attacks and innocent sentences, and leaves no brace', () => {
    const languages = Map.groupBy(readGrammars(), ({ lang }) => lang);
    const wide = [...languages].filter(([lang, grammars]) => {
      const items = grammars.flatMap((grammar) => writeItems(grammar, 2));
      const attacks = items.filter(({ label }) => label === 'attack').length;
      expect(attacks, lang).toBeGreaterThan(100);
      expect(items.length - attacks, lang).toBeGreaterThan(100);
      expect(items.filter(({ text }) => /[{}]|^\s*$/.test(text))).toEqual([]);
      return attacks > 2_000 && items.length - attacks > 2_000;
    });
    expect(wide.length).toBeGreaterThanOrEqual(18);
    expect(languages.size).toBeGreaterThanOrEqual(40);
  });

  it('has each template once', () => {
    const templates = readGrammars().flatMap(({ lang, templates: all }) =>
      all.map(({ text, label }) => `${lang} ${label} ${text}`),
    );
    const seen = new Set<string>();
    expect(templates.filter((one) => seen.size === seen.add(one).size)).toEqual([]);
  });
});
