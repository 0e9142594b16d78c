import 'server-only';

const NAMES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['two zwei dos deux', 2],
    ['three drei tres trois', 3],
    ['four vier cuatro quatre', 4],
    ['five funf cinco cinq', 5],
    ['six sechs seis', 6],
    ['seven sieben siete sept', 7],
    ['eight acht ocho huit', 8],
    ['nine neun nueve neuf', 9],
    ['ten zehn diez dix', 10],
    ['eleven elf once onze', 11],
    ['twelve zwolf doce douze', 12],
    ['thirteen dreizehn trece treize', 13],
    ['fourteen vierzehn catorce quatorze', 14],
    ['fifteen funfzehn quince quinze', 15],
    ['sixteen sechzehn dieciseis seize', 16],
    ['seventeen siebzehn diecisiete', 17],
    ['eighteen achtzehn dieciocho', 18],
    ['nineteen neunzehn diecinueve', 19],
    ['twenty zwanzig veinte vingt', 20],
    ['thirty dreissig treinta trente', 30],
    ['forty fourty vierzig cuarenta quarante', 40],
    ['fifty funfzig cincuenta cinquante', 50],
    ['sixty sechzig sesenta soixante', 60],
    ['seventy siebzig setenta', 70],
    ['eighty achtzig ochenta', 80],
    ['ninety neunzig noventa', 90],
  ].flatMap(([names, value]) =>
    String(names)
      .split(' ')
      .map((name) => [name, Number(value)]),
  ),
);
const HUNDRED = new Set(['hundred', 'hundert', 'cien', 'ciento', 'cent', 'cents']);
const ONE = new Set(['one', 'a', 'ein', 'eine', 'un', 'une', 'uno']);

/** Number words as digits: "forty five euros" → "45 euros", "a hundred and twenty" → "120". Lone small words stay. */
export function digitise(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const read = readNumber(words, at);
    if (read) {
      out.push(String(read.value));
      at += read.length;
    } else {
      out.push(words[at] ?? '');
      at += 1;
    }
  }
  return out;
}

function readNumber(words: readonly string[], start: number): { value: number; length: number } | null {
  let value = 0;
  let at = start;
  const first = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (HUNDRED.has(first) && first !== 'cents') [value, at] = [100, at + 1];
  else if ((ONE.has(first) || Object.hasOwn(NAMES, first)) && HUNDRED.has(next)) {
    [value, at] = [(NAMES[first] ?? 1) * 100, at + 2];
  }
  if (value > 0 && words[at] === 'and' && Object.hasOwn(NAMES, words[at + 1] ?? '')) at += 1;
  const tens = NAMES[words[at] ?? ''];
  if (tens !== undefined) {
    [value, at] = [value + tens, at + 1];
    const unit = words[at] === 'one' ? 1 : NAMES[words[at] ?? ''];
    if (tens >= 20 && unit !== undefined && unit < 10) [value, at] = [value + unit, at + 1];
  }
  return at === start ? null : { value, length: at - start };
}
