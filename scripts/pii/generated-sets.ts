import { type Kind } from '#lib/kernel/personal-data/span.ts';
import { DIGITS, type Draw, drawFrom, SMALL } from './draw.ts';
import { makeLookAlike } from './make-look-alikes.ts';
import { makeCard, makeIban, makeSsn } from './make-numbers.ts';
import { makeOrder } from './make-orders.ts';
import { makePhone } from './make-phones.ts';
import { makeSecret } from './make-secrets.ts';

/** `found`: what must be found, at least so often. `flagged`: what must be left alone, at most so often. */
export type GeneratedSet = {
  name: string;
  measure: 'found' | 'flagged';
  kinds: readonly Kind[];
  target: number;
  make: (draw: Draw) => { text: string; value: string };
};

const ALL: readonly Kind[] = ['secret', 'iban', 'card_number', 'government_id', 'email', 'phone'];
/** Without a word that says what it is: half of what people type. */
const BARE = [
  '%',
  '%.',
  'it is %',
  'ok: %, thanks',
  'hier: %',
  'voilà %',
  '(%)',
  'please use % from now on',
] as const;
const CALLS = ['call me at %', 'Phone: %', 'my number is %', 'Telefon %', 'Tél. %', 'mi móvil es %', 'reach me on % after five', '%'] as const; // prettier-ignore

const inSentence = (sentences: readonly string[], make: (draw: Draw) => string) => (draw: Draw) => {
  const value = make(draw);
  return { text: draw.of(sentences).replace('%', () => value), value };
};
const email = (draw: Draw): string => {
  const local = [
    draw.some(SMALL, 1 + draw.below(8)),
    draw.of(['', '.', '_', '+', '-']),
    draw.some(`${SMALL}${DIGITS}`, 3),
  ].join('');
  return `${draw.of([local, local.toUpperCase(), `jörg.${local}`])}@${draw.some(SMALL, 5)}${draw.of(['.com', '.co.uk', '.de', '-shop.io', '.münchen.de', '.photography'])}`;
};

export const GENERATED_SETS: readonly GeneratedSet[] = [
  { name: 'card numbers', measure: 'found', kinds: ['card_number'], target: 0.98, make: inSentence(BARE, (draw) => makeCard(draw, true)) },
  { name: 'card numbers, check digit wrong', measure: 'flagged', kinds: ['card_number'], target: 0.005, make: inSentence(BARE, (draw) => makeCard(draw, false)) },
  { name: 'account numbers (IBAN)', measure: 'found', kinds: ['iban'], target: 0.98, make: inSentence(BARE, (draw) => makeIban(draw, true)) },
  { name: 'account numbers, check digits wrong', measure: 'flagged', kinds: ['iban'], target: 0.005, make: inSentence(BARE, (draw) => makeIban(draw, false)) },
  { name: 'US social security numbers', measure: 'found', kinds: ['government_id'], target: 0.98, make: inSentence(BARE, (draw) => makeSsn(draw, true)) },
  { name: 'US social security numbers never given', measure: 'flagged', kinds: ['government_id'], target: 0.005, make: inSentence(BARE, (draw) => makeSsn(draw, false)) },
  { name: 'e-mail addresses', measure: 'found', kinds: ['email'], target: 0.98, make: inSentence(BARE, email) },
  { name: 'telephone numbers, 24 countries', measure: 'found', kinds: ['phone'], target: 0.9, make: inSentence(CALLS, makePhone) },
  { name: 'orders, invoices, amounts, days', measure: 'flagged', kinds: ALL, target: 0.005, make: (draw) => ({ text: makeOrder(draw), value: '' }) },
  { name: 'secrets', measure: 'found', kinds: ['secret'], target: 0.9, make: (draw) => withSecret(makeSecret(draw)) },
  { name: 'look-alikes of secrets', measure: 'flagged', kinds: ['secret'], target: 0.15, make: (draw) => ({ text: makeLookAlike(draw), value: '' }) },
]; // prettier-ignore

function withSecret({ text, secret }: { text: string; secret: string }): { text: string; value: string } {
  return { text, value: secret };
}

/** So many texts of a set, the same for the same seed whatever other sets are made. */
export function makeSet(set: GeneratedSet, seed: number, size: number): { text: string; value: string }[] {
  const draw = drawFrom(seed + [...set.name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 0));
  return Array.from({ length: size }, () => set.make(draw));
}
