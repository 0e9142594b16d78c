import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Focus, InvoiceRef, Task } from '../types.ts';
import type { Segment } from './read-segment.ts';

/** "The latest as well as the one before": both are meant. */
const BOTH =
  /\b(?:latest|newest|most recent|last|current|letzten?|neueste\w*|aktuelle\w*|ultima|derniere)\b.*\b(?:and|as well as|plus|along with|together with|und|sowie|y|et)\b.*\b(?:before|previous|preceding|prior|earlier|davor|vorherige\w*|anterior|d avant|precedente)\b/;
/** What is asked of an invoice that was shown already. */
const PROPERTIES = ['howmuch', 'total', 'issued'];
const WHOLE = ['line', 'show', 'explain', 'include', 'list', 'payfor', 'why'];

/** What a question names beside the one thing it is about. */
export function besides(intent: Intent, segment: Segment, focus: Focus, isFollowUp: boolean): Partial<Task> {
  const { entities, concepts } = segment;
  const count = entities.count ?? (isFollowUp ? focus.count : undefined);
  const also = intent === 'show_invoice' ? secondOf(segment) : undefined;
  const [, second] = intent === 'spend' ? entities.periods : [];
  const isBrief =
    isFollowUp &&
    intent === 'show_invoice' &&
    PROPERTIES.some((one) => concepts.has(one)) &&
    !WHOLE.some((one) => concepts.has(one));
  return {
    ...((intent === 'spend' || intent === 'list_invoices') && count !== undefined ? { count } : {}),
    ...(also ? { also } : {}),
    ...(second ? { alsoPeriod: second } : {}),
    ...(isBrief ? { isBrief: true } : {}),
  };
}

function secondOf({ entities, words }: Segment): InvoiceRef | undefined {
  const [first, second] = entities.invoices;
  if (first?.kind === 'number' && second?.kind === 'number') return second;
  return entities.shift > 0 && BOTH.test(words.join(' ')) ? { kind: 'latest', back: 1 } : undefined;
}
