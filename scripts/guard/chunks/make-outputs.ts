import { type Draw, drawFrom } from '#scripts/pii/draw.ts';
import { makeCard, makeIban, makeSsn } from '#scripts/pii/make-numbers.ts';
import { makeOrder } from '#scripts/pii/make-orders.ts';
import { makePhone } from '#scripts/pii/make-phones.ts';

/** What stands in the way of cutting a text at will, for the guard context it is tried with. */
type Dangers = {
  readonly canary: string;
  readonly passages: readonly string[];
  readonly own: readonly string[];
};

/** Put together here, so that no scanner takes a made-up value for a real one. */
const KEY = ['sk', '-abcdEFGH1234abcd'].join('');
const ADDRESSES = [
  'jo@acme.test',
  'jo**@**acme.test',
  'jo&#64;acme&period;test',
  'jo＠acme．test',
  'a@b.c@d.test',
  'jo\\@acme\\.test',
];
const MARKUP = [
  '[a](/plan)', '[2026-117](/invoices/2026-117)', ' [12](/usage) ', '[Plan](/plan) ', '[x](//e.test)', '![p](//e.test)', '[4242 4242](/plan)', '<b>', '</i>', '<img src=x>', '<jo@acme.test>', '[a]: /z', '[a][b]', 'https://e.test/?d=1',
  'www.e.test', '](/plan)', '[', ']', '(', ')', '!', '<', '[e-mail removed]', '[card number removed]', '**', '_', '`', '|', '\\',
]; // prettier-ignore
const ENTITIES = [
  '&amp;',
  '&#x34;242',
  '&lt;b&gt;',
  '&commat;',
  '&#52;',
  '&',
  '&amp;#64;',
  '&nbsp;',
  '&hyphen;',
];
const HIDDEN = [
  '\u200b',
  '\u200d',
  '\u2060',
  '\u{e0041}',
  '\ufe0f',
  '\u202e',
  '\u00ad',
  '👩‍🚀',
  '\ud83d',
  '\ue000',
  '\u0007',
  'e\u0301',
];
const NUMBERS = [
  '4242', '4242 4242 4242 4242', '4242-4242-', '378282246310005', '4242|4242|', '٤٢٤٢', '４２', '²', 'DE89 3704 0044 0532 0130 00', 'GB29 NWBK 6016', 'DE89', 'it 20 a',
  '536-90-4399', '536904399', ' is my SSN', '12345678Z', '65 170839 J 008', '+49 30 901820', '+49 (0)30', '030/901820', '(212) 555-0199', ' ext. 5', '00', '+', ' - ', '•••• 4242',
]; // prettier-ignore
const PLAIN = [
  'Your bill is ', 'You owe €90.00 ', '2026-117', ' is your ', '12 Nov 2026', '€1,234.50', ' and ', '\n', '\n\n', '1. ', '- ', ', ', '. ', ' ', ' ', 'order ', 'phone ', 'card ',
  'number ', '漢字', 'の', 'ok', 'é', '\u202f', '\u00a0', '–', 'x', '12,5 %', '| ', '…',
]; // prettier-ignore

/** So many outputs of a model: dangerous and plain parts joined at random, and cut where they are long enough. */
export function makeOutputs(
  dangers: Dangers,
  count: number,
  seed: number,
  [least, most]: readonly [number, number],
): string[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, () => makeOutput(draw, dangers, least + draw.below(most - least + 1)));
}

function makeOutput(draw: Draw, dangers: Dangers, length: number): string {
  let text = '';
  while (text.length < length) text += makePart(draw, dangers);
  return text.slice(0, length);
}

function makePart(draw: Draw, { canary, passages, own }: Dangers): string {
  const kind = draw.below(16);
  if (kind < 4) return draw.of(PLAIN);
  if (kind < 7) return draw.of(NUMBERS);
  if (kind === 7)
    return draw.of([makeCard(draw, true), makeIban(draw, true), makeSsn(draw, true), makePhone(draw)]);
  if (kind === 8) return draw.of(ADDRESSES);
  if (kind < 11) return draw.of(MARKUP);
  if (kind === 11) return draw.of(ENTITIES);
  if (kind === 12) return draw.of(HIDDEN);
  if (kind === 13)
    return draw.of([KEY, KEY.slice(0, 9), 'eyJ', '-----BEGIN ', 'PRIVATE KEY-----', makeOrder(draw)]);
  if (kind === 14) return draw.of(own);
  const whole = draw.of([canary, canary, ...passages]);
  return whole.slice(draw.below(8), 8 + draw.below(whole.length));
}
