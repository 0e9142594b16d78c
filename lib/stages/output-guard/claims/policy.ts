import 'server-only';
import type { Currency } from '#lib/contract/money.ts';

/** How money is marked, before or after its number. `null` is money that this ledger does not know: never verified. */
export const CURRENCY_SIGNS: Readonly<Record<string, Currency | null>> = {
  '€': 'EUR', '£': 'GBP', '$': 'USD', '¥': 'JPY', '円': 'JPY', 'US$': 'USD',
  'A$': null, 'AU$': null, 'C$': null, 'CA$': null, 'NZ$': null, 'HK$': null, 'S$': null, 'R$': null, 'MX$': null,
  '₹': null, '₽': null, '₩': null, '₺': null, '₴': null, '₪': null, '฿': null, '₿': null,
}; // prettier-ignore
/** Codes and words, in any case. */
export const CURRENCY_WORDS: Readonly<Record<string, Currency | null>> = {
  eur: 'EUR', euro: 'EUR', euros: 'EUR', usd: 'USD', dollar: 'USD', dollars: 'USD', dólar: 'USD', dólares: 'USD',
  gbp: 'GBP', pound: 'GBP', pounds: 'GBP', pfund: 'GBP', libras: 'GBP', chf: 'CHF', franc: 'CHF', francs: 'CHF',
  franken: 'CHF', francos: 'CHF', 'fr.': 'CHF', 'sfr.': 'CHF', jpy: 'JPY', yen: 'JPY', yenes: 'JPY', yens: 'JPY',
  aud: null, cad: null, nzd: null, hkd: null, sgd: null, brl: null, mxn: null, inr: null, cny: null, rmb: null,
  sek: null, nok: null, dkk: null, pln: null, zł: null, czk: null, huf: null, krw: null, zar: null, btc: null,
  rupees: null, kronor: null, kroner: null,
}; // prettier-ignore
/** Hundredths of the viewer's currency. */
export const CENT_WORDS = ['cents?', '¢', 'ct', 'céntimos?', 'centimes?', 'pence'] as const;

/** What may stand between a number and its currency and multiplies it, by its power of ten. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 3, thousand: 3, tausend: 3, tsd: 3, mil: 3, mille: 3,
  m: 6, mn: 6, mio: 6, million: 6, millions: 6, millionen: 6, millones: 6,
  bn: 9, mrd: 9, billion: 9, milliarden: 9, milliards: 9,
}; // prettier-ignore

/** After one of these a number with two decimals is no amount. */
export const OTHER_UNITS =
  '(?:%|‰|percent|per cent|prozent|por ciento|pour ?cent|gb|tb|mb|gigabytes?|go|calls?|api|aufrufe|llamadas|appels|seats?|plätze|plazas|asientos|sièges|days?|tage|días|jours|uhr|h|hours?|stunden|horas|heures|x|×|times)(?![\\p{L}\\p{N}])';

/** Things that look like figures and are none: percentages, invoice numbers, handles, telephone numbers, masked cards. */
export const NOT_FIGURES = [
  /(?<![\d.,])\d{1,15}(?:[.,]\d{1,6})? ?(?:%|percent\b|per cent\b|prozent\b|por ciento\b|pour ?cent\b)/giu,
  /(?<!\d)\d{4}-\d{1,6}(?!\d)/gu,
  /\b(?:inv|line|pay)_[a-z0-9]{1,24}/gu,
  /\+\d[\d ]{6,20}/gu,
  /[•*x]{2,8} ?\d{4}(?!\d)/gu,
] as const;

/** Characters that stand for others in figures: one for one, so that places stay what they are. */
export const STANDS_FOR: Readonly<Record<string, string>> = {
  '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '\u2007': ' ', '\u2008': ' ', '\u200a': ' ', '\t': ' ', '’': "'",
  '＇': "'", '−': '-', '‑': '-', '‒': '-', '﹣': '-', '－': '-', '＄': '$', '￥': '¥', '￡': '£', '．': '.', '，': ',',
  '٫': '.', '٬': ',', '％': '%', '／': '/',
}; // prettier-ignore
/** Code points of the digit nought in scripts whose digits a reader takes for figures. */
export const NOUGHTS = [0x0660, 0x06f0, 0x0966, 0xff10] as const;

/** Languages that answers are written in. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
/** Ways to write months that `Intl` does not list. */
export const MORE_MONTHS: Readonly<Record<string, number>> = {
  sep: 9, sept: 9, jänner: 1, mrz: 3, maerz: 3, marz: 3, fevrier: 2, fev: 2, févr: 2, aout: 8, decembre: 12, dec: 12,
  setiembre: 9, juin: 6, juil: 7,
}; // prettier-ignore

/** Fields of a card that people outside the vendor write: what stands there proves nothing. */
export const OUTSIDE_FIELDS: readonly string[] = ['memo', 'description', 'label', 'name', 'address'];
