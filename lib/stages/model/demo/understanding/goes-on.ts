import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';
import {
  ASPECTS,
  HAS_ITS_AMOUNT,
  HAS_ONE_TOTAL,
  HOWMUCH,
  KEEPS_ITS_ASPECTS,
  LONGEST_PROPERTY,
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
  if (concepts.has('invoice') || concepts.has('_number') || concepts.has('_invoice')) return null;
  if (content.includes('howmuch') && only('howmuch') && HAS_ITS_AMOUNT.has(last))
    return HOWMUCH[last] ?? last;
  const asks = ['what', 'why', 'when', 'where', 'howmuch'].some((one) => concepts.has(one));
  const aspects = ASPECTS[last]?.split(' ') ?? [];
  return asks && KEEPS_ITS_ASPECTS.has(last) && only(...aspects, 'due', 'renewal') ? last : null;
}

/** "This year", "the last three months": longer than what one invoice is for. */
export function namesLongPeriod({ entities }: Segment): boolean {
  return entities.periods.some(({ month }) => month === undefined);
}
