import { describe, expect, it } from 'vitest';
import { CONTEXT } from './corpus.test-data.ts';
import { createOutputGuard } from './create-output-guard.ts';
import { PASSAGE_MATCH } from './policy.ts';

/** What is shown once each chunk came, and what still comes with the end. */
function shownAfter(chunks: readonly string[]): { each: string[]; rest: string; rules: string[] } {
  const guard = createOutputGuard(CONTEXT);
  const pushed = chunks.map((chunk) => guard.push(chunk));
  const last = guard.end();
  const rules = [...pushed, last].flatMap(({ findings }) => findings.map(({ rule }) => rule));
  return { each: pushed.map(({ text }) => text), rest: last.text, rules };
}
const inAll = (chunks: readonly string[]): string => {
  const { each, rest } = shownAfter(chunks);
  return each.join('') + rest;
};

describe('harmless words go beside the passes', () => {
  it('and at once, but for the word being written', () => {
    expect(shownAfter(['Twelve seats are on your bi', 'll, so it is €1,200.00, ', 'due soon.'])).toEqual({
      each: ['Twelve seats are on your ', 'bill, so it is €1,200.00, ', 'due '],
      rest: 'soon.',
      rules: [],
    });
  });

  it.each([
    ['an address', ['Please write to ja', 'ne@elsewhere.te', 'st, she knows.'], 'email'],
    ['a credential', ['The key is sk_live_4eC39', 'HqLyjWDarjtT1zdp7dc ok'], 'secret'],
    ['a telephone number', ['Call us on +49 3', '0 901', '8 2000 now'], 'phone'],
    ['a card number', ['It is 4111 11', '11 1111 11', '11 of course'], 'card'],
    ['an account number', ['Pay to DE', '89 3704 0044 0532 0130 00 today'], 'iban'],
    ['an image', ['See wonderful!', '[x](https://evil.test/a.png) here'], 'image'],
    ['a tag', ['All good <', 'script>alert(1)</script> here'], 'html'],
    ['a private key', ['It is --', '---BEGIN PRIVATE KEY-----\nMIIEv\n-----END PRIVATE KEY-----'], 'secret'],
    [
      'the canary',
      ['Words before it ', CONTEXT.canary.slice(0, 9), CONTEXT.canary.slice(9), ' more'],
      'canary',
    ],
  ])('until %s may begin', (_, chunks, rule) => {
    const whole = shownAfter([chunks.join('')]);
    expect(whole.rules).toContain(rule);
    expect(inAll(chunks)).toBe(inAll([chunks.join('')]));
    expect(inAll([...chunks.join('')])).toBe(inAll([chunks.join('')]));
    expect(inAll(chunks)).not.toBe(chunks.join(''));
  });

  it('and a passage of the system text is known although its first words are gone and a pass had to look', () => {
    // Letters of exactly one match, the first word of which leaves before anybody can know.
    const passage = CONTEXT.passages[0]?.slice(0, 400).match(/\b[A-Za-z]{2,6} .*$/s)?.[0] ?? '';
    let end = 0;
    for (let letters = 0; letters < PASSAGE_MATCH; end += 1)
      if (/[\p{L}\p{N}]/u.test(passage.charAt(end))) letters += 1;
    const spaces = [...passage.slice(0, end).matchAll(/ /g)].map(({ index }) => index);
    const middle = spaces[Math.floor(spaces.length / 2)] ?? 0;
    const broken = `${passage.slice(0, middle)}\u00a0${passage.slice(middle + 1, end)}`;
    for (const chunks of [[`So: ${broken}`], ['So: ', ...broken]])
      expect(shownAfter(chunks).rules).toContain('passage');
    expect(shownAfter([`So: ${broken.slice(0, -1)}`]).rules).toEqual([]);
  });

  it.each([
    ['See [2026-117](/invoices/2026-117) for it.', 20],
    ['See [2026-117](/invoices/2026-117) is my phone', 3],
    ['Call [5550199](/plan) mobile, or [12](/usage) 3456 7890 now.', 5],
    ['All [Plan](/plan) and [Other](/elsewhere) and [a b](/plan) and **[x](/plan)** end.', 4],
    ['Mine: 2026-117 is my telephone, yours 2026-118 is due.', 7],
    ['Order 1234567 mobile and 170839 J 008 and 123456€789012 here', 2],
    ['jane [x](/plan)@acme.test and jane@[x](/plan) there', 3],
  ])('and links and numbers of invoices as the passes alone would: %s', (text, size) => {
    const chunks = text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
    const alone = createOutputGuard(CONTEXT, false);
    const expected = alone.push(text).text + alone.end().text;
    expect(inAll(chunks)).toBe(expected);
    expect(inAll([text])).toBe(expected);
  });

  it('and a link to an invoice leaves whole, once what follows does not name its number', () => {
    const { each } = shownAfter(['See [2026-117', '](/invoices/2026-117', ') and more ', 'words.']);
    expect(each).toEqual(['See ', '', '', '[2026-117](/invoices/2026-117) and more ']);
  });

  it('and a number that goes on, or is named, behind an amount is still one', () => {
    const numbers = ['€1,200.00 4111 1111 1111 1111', '€12,34 +49 30 9018 2000', '€4111111111111111'];
    for (const text of numbers.map((number) => `It is ${number} then, and more words follow.`))
      for (const size of [1, 3, 20, text.length])
        expect(inAll(text.match(new RegExp(`.{1,${size}}`, 'g')) ?? [])).toMatch(
          /removed\] then, and more words follow\.$/,
        );
  });
});
