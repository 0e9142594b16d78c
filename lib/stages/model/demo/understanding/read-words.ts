import 'server-only';
import { findConcepts, repaired } from '../concepts.ts';
import { findEntities } from '../entities/find-entities.ts';
import { words as wordsOf } from '../normalise.ts';
import type { Entities, Language } from '../types.ts';
import { withoutFrames } from './frames.ts';

/** "Add a seat": a wish without a please. */
const COMMAND =
  /^(?:(?:hi|hello|hey|please|so|and|just|ok) )*(?:add|remove|cancel|change|update|upgrade|downgrade|refund|delete|switch|move|use|take|drop|terminate|replace)\b/;

/** "Is the October invoice paid": the verb and the answer stand apart. */
const ASKS_WHETHER_PAID =
  /^(?:(?:and|so|but|hi|hello|hey|please|ok|und|y|et) )*(?:(?:is|was|are|were|has|have|did)\b.*\b(?:paid|pay|settled|settle)\b(?! (?:for|in total))|(?:ist|sind|wurde|war)\b.*\b(?:bezahlt|beglichen)\b|(?:esta|estan|se ha|ha sido|fue)\b.*\bpagad[ao]|(?:est|a t|la facture|ma facture)\b.*\b(?:payee?|reglee?)\b)/;

/** "I was told I get 12 euros back." */
const GIVES_BACK =
  /\b(?:get|getting|got|give|given|gives|promised|receive|send|sent|pay|paid|owe) (?:\w+ ){0,5}back\b|\bzuruck\b/;

const ASKING = ['what', 'why', 'when', 'who', 'where', 'howmuch', 'howmany', 'explain', 'show'];

export type Words = {
  raw: string;
  language: Language;
  words: readonly string[];
  concepts: ReadonlySet<string>;
  entities: Entities & { shift: number };
};

/** A piece of text: its words, concepts and what it names, without a reading. */
export function readWords(raw: string, language: Language, today: string): Words {
  const spelt = repaired(wordsOf(raw), language);
  const words = withoutFrames(spelt, language);
  const entities = findEntities(raw, language, today);
  const concepts = new Set(findConcepts(words, language).map((hit) => hit.concept));
  for (const mark of marks(entities)) concepts.add(mark);
  if (/\?\s*$/u.test(raw)) concepts.add('asks');
  // "Tell me our plan" asks to see it; "tell me why" asks why.
  if (words.length < spelt.length && !ASKING.some((one) => concepts.has(one))) concepts.add('show');
  if (words.length > 1 && COMMAND.test(words.join(' '))) concepts.add('want');
  if (ASKS_WHETHER_PAID.test(words.join(' '))) concepts.add('didpay');
  if (entities.amounts.length > 0 && GIVES_BACK.test(words.join(' '))) concepts.add('refund');
  return { raw, language, words, concepts, entities };
}

/** What the message names, as words of the rules (`rules-money.ts`). */
function marks(entities: Entities & { shift: number }): string[] {
  const months = entities.periods.filter((period) => period.month !== undefined);
  return [
    ...(entities.amounts.length > 0 ? ['_amount'] : []),
    ...(entities.amounts.length > 1 ? ['_twoamounts'] : []),
    ...(months.length > 0 ? ['_month'] : []),
    ...(months.length > 1 ? ['_twomonths'] : []),
    ...(entities.periods.length > months.length ? ['_period'] : []),
    ...(entities.invoices.some((ref) => ref.kind === 'number') ? ['_number'] : []),
    ...(entities.invoices.length > 0 ? ['_invoice'] : []),
    ...(entities.invoices.length > 1 ? ['_twoinvoices'] : []),
    ...(entities.shift !== 0 ? ['_shift'] : []),
    ...(entities.text !== undefined ? ['_text'] : []),
    ...(entities.isQuoted ? ['_quoted'] : []),
    ...(entities.meter !== undefined ? ['_meter'] : []),
  ];
}
