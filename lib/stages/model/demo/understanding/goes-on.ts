import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';
import {
  ASPECTS,
  HAS_ITS_AMOUNT,
  HAVE_AN_INVOICE,
  HAS_ONE_TOTAL,
  HOWMUCH,
  KEEPS_ITS_ASPECTS,
  LONGEST_PROPERTY,
  SUBJECTS,
} from './follow-up-tables.ts';
import type { Segment } from './read-segment.ts';

/** What plainly goes on with the subject, whatever similar words ask after other subjects. */
export function goesOn(
  segment: Segment,
  content: readonly string[],
  last: Intent,
  focus: Focus,
): Intent | null {
  const { concepts, words } = segment;
  if (words.length > LONGEST_PROPERTY) return null;
  const only = (...allowed: string[]) => content.every((concept) => allowed.includes(concept));
  if (namesLongPeriod(segment) && HAS_ONE_TOTAL.has(last) && only('howmuch', 'total', 'charge', 'payment'))
    return 'spend';
  if (concepts.has('whichinvoice') && last === 'request_refund' && focus.amounts?.length) return 'find_line';
  if (words.length === 1 && NUMBER.test(words[0] ?? '') && HAVE_AN_INVOICE.has(last)) return 'show_invoice';
  const namesInvoice = ['invoice', '_number', '_invoice'].some((one) => concepts.has(one));
  // "How much was it on the latest invoice?" after a question about tax.
  if (namesInvoice && OF_AN_INVOICE.has(last) && concepts.has('pronoun') && only('howmuch')) return last;
  if (namesInvoice) return null;
  if (content.includes('howmuch') && only('howmuch') && HAS_ITS_AMOUNT.has(last))
    return HOWMUCH[last] ?? last;
  const asks = ['what', 'why', 'when', 'where', 'howmuch'].some((one) => concepts.has(one));
  const aspects = new Set(ASPECTS[last]?.split(' '));
  const isBare = content.every((one) => aspects.has(one) || !SUBJECTS.has(one));
  const leans = concepts.has('pronoun') || words.length <= 6;
  return asks && leans && isBare && KEEPS_ITS_ASPECTS.has(last) ? last : null;
}

const NUMBER = /^(?:number|no|nr|nummer|numero)$/;
/** What an invoice holds of them can be asked for. */
const OF_AN_INVOICE = new Set<Intent>(['tax', 'discounts']);

/** "This year", "the last three months": longer than what one invoice is for. */
export function namesLongPeriod({ entities }: Segment): boolean {
  return entities.periods.some(({ month }) => month === undefined);
}
