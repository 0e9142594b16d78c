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

  it('covers at least fifteen languages, each with attacks and innocent sentences, and leaves no brace', () => {
    const languages = Map.groupBy(readGrammars(), ({ lang }) => lang);
    expect(languages.size).toBeGreaterThanOrEqual(15);
    for (const [lang, grammars] of languages) {
      const items = grammars.flatMap((grammar) => writeItems(grammar, 2));
      expect(items.filter(({ label }) => label === 'attack').length, lang).toBeGreaterThan(500);
      expect(items.filter(({ label }) => label === 'benign').length, lang).toBeGreaterThan(500);
      expect(items.filter(({ text }) => /[{}]|^\s*$/.test(text))).toEqual([]);
    }
  });
});
