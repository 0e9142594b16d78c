import 'server-only';
import { fold } from '../normalise.ts';

/** Month names, long and short, in the four languages; accents folded. */
const NAMES = [
  'january jan januar janner enero ene janvier janv',
  'february feb februar febrero febr fevrier fevr',
  'march mar marz mrz maerz marzo mars',
  'april apr abril abr avril avr',
  'may mai mayo',
  'june jun juni junio juin',
  'july jul juli julio juillet juil',
  'august aug agosto ago aout',
  'september sep sept septiembre setiembre septembre',
  'october oct okt oktober octubre octobre',
  'november nov noviembre novembre',
  'december dec dez dezember diciembre dic decembre',
];

/** Folded month name → 1 … 12. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name): [string, number] => [fold(name), index + 1])),
);
/** Names that are everyday words too: they need a hint beside them ("in may", "may's invoice", "mar 3"). */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'mar',
  'march',
  'sep',
  'dec',
  'ago',
  'ene',
  'dic',
  'mars',
  'jan',
]);
/** First months of the seasons (northern half of the globe), folded, four languages. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3], ['fruhling', 3], ['fruhjahr', 3], ['primavera', 3], ['printemps', 3],
  ['summer', 6], ['sommer', 6], ['verano', 6], ['ete', 6],
  ['autumn', 9], ['fall', 9], ['herbst', 9], ['otono', 9], ['automne', 9],
  ['winter', 12], ['invierno', 12], ['hiver', 12], ['christmas', 12], ['weihnachten', 12], ['navidad', 12], ['noel', 12], ['easter', 4],
]); // prettier-ignore
