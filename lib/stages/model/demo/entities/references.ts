import 'server-only';
import { fold } from '../normalise.ts';
import type { InvoiceRef } from '../types.ts';

const BILL = '(?:invoices?|bills?|statements?|ones?|rechnung(?:en)?|facturas?|factures?|receipts?|billing)';

const LATEST = new RegExp(
  `\\b(?:latest|newest|most recent|last|current|this months?|letzten?|neuesten?|aktuellen?|jungsten?|ultimas?|derniere|recientes?) (?:(?!months? |years? |quarters? |weeks? )\\w+ )?${BILL}\\b|\\b(?:factura|facture) (?:mas reciente|la plus recente|actual|actuelle)\\b|\\b(?:new|newer|recent) (?:one|bill|invoice|statement)s?\\b|\\b(?:latest|newest|most recent)\\b(?! (?:\\w+ ){0,2}?(?:payments?|transfers?|debits?|charges?|refunds?|attempts?|seats?|changes?|discounts?|usage|figures?))|\\b(?:my|our|the) last bill\\b|\\b(?:die|der) neue(?: rechnung)?\\b(?! \\w*(?:karte|preis|tarif|platz))`,
);
const FIRST = new RegExp(
  `\\b(?:first|oldest|very first|earliest|ersten?|altesten?|primera|premiere) (?:ever )?${BILL}\\b(?! (?:is|was) (?:about|the|that|how|what))`,
);
const SECOND_LAST = new RegExp(
  `\\b(?:second (?:to )?last|last but one|penultimate|second latest|vorletzten?|penultima|avant derniere) ?(?:${BILL})?\\b`,
);
const DUE = new RegExp(
  `\\b(?:open|due|unpaid|outstanding|overdue|offenen?|falligen?|pendiente|impayee) ${BILL}\\b|\\b${BILL} (?:that is|thats|which is) (?:due|open|unpaid|outstanding)\\b`,
);
const AGO = new RegExp(`\\b(\\d{1,2}) ${BILL} (?:ago|earlier|before|back)\\b`);
/** One further into the past, seen from what the conversation is about. */
const BEFORE = new RegExp(
  `\\b(?:previous|prior|preceding|earlier|older|old|former|vorherigen?|vorigen?|fruheren?|precedente) (?:\\w+ )?(?:${BILL}|month)\\b|\\b(?:one|ones|that|month|year|it|bill|invoice|statement) (?:just |right |directly |immediately )?(?:before|prior|earlier)\\b|\\bbefore (?:that|it|this|then)\\b|\\b(?:the )?(?:previous|preceding|prior)(?: one| month| bill)?\\b(?! payment)|\\b(?:die|der|den|das|dem) davor\\b|\\bdavor\\b|\\bmonat (?:davor|vorher|zuvor)\\b|\\b(?:factura|mes|la|el|de) anterior\\b|\\banterior\\b|\\b(?:celle|celui) d avant\\b|\\b(?:facture|mois) (?:d avant|precedente?)\\b|\\bd avant\\b|\\bprecedente\\b|\\bone earlier\\b|\\bone back\\b|\\bback one\\b|\\bgo back\\b|\\bone further back\\b|\\bpredecessor\\b|\\b(?:preced|antedat)(?:ed|es|ing) (?:it|that|this)\\b|\\b(?:which|that|who) (?:came|comes|is|was) (?:just |right |even )?before\\b|\\bbefore even (?:that|it|this)\\b|\\bone more before\\b|\\bprior to (?:it|that|this)\\b|\\bqui (?:la|le) precede\\b|\\bqui (?:est|etait|vient) avant\\b|\\bvorganger\\w*\\b|\\b(?:one|the) preceding\\b|\\b(?:next|one) (?:older|earlier)\\b|^(?:\\w+ ){0,3}?(?:older|earlier|one older)(?: (?:one|please|pls|still|than that))*$|\\b(?:rechnung|die) vor (?:der letzten|der aktuellen|der neuesten|dieser)\\b`,
);
const AFTER =
  /\b(?:one|month|invoice|bill) (?:right |just )?after(?:wards)?\b|\bafter that\b|\bnext one\b|\bthe following (?:month|one)\b|\b(?:die|der) danach\b|\bla siguiente\b|\b(?:celle|le mois) d apres\b|\bla suivante\b/;
const NUMBER_WORD = new RegExp(
  `\\b(?:${BILL}|no|nr|num|number|nummer|numero) (?:no |nr |number |nummer |numero )?(\\d{2,6})\\b(?! (?:month|day|year|week|times|ago|earlier|before|euro|dollar|eur|usd|percent|pound))`,
);

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:second|2nd|two) (?:from the top|most recent|newest|before (?:last|that))\b|\bt minus 1\b|^(?:and )?(?:the )?second$/,
    1,
  ],
  [
    /\b(?:third|3rd|three) (?:from the top|most recent|newest|latest|last)\b|\bt minus 2\b|^(?:and )?(?:the )?third$/,
    2,
  ],
  [
    /\b(?:two|2) (?:bills? |invoices? )?before (?:my|our|the) (?:latest|newest|last|most recent|current)\b/,
    2,
  ],
  [/\b(?:one|invoice|bill) before (?:my|our|the) (?:latest|newest|last|most recent|current)\b/, 1],
  [new RegExp(`\\b(?:second|2nd|zweite[nrs]?|segunda|deuxieme) (?:${BILL}|in the list|on the list)\\b`), 1],
  [new RegExp(`\\b(?:third|3rd|dritte[nrs]?|tercera|troisieme) (?:${BILL}|in the list|on the list)\\b`), 2],
  [new RegExp(`\\b(?:fourth|4th|vierte[nrs]?|cuarta|quatrieme) (?:${BILL}|in the list|on the list)\\b`), 3],
];

export type References = { invoices: InvoiceRef[]; shift: number };

/**
 * Invoices a text names without a month: numbers, "the latest", "my first invoice", "two invoices ago". `shift` counts
 * steps from the invoice in focus ("the one before" is 1, "the one after" −1).
 */
export function findReferences(raw: string, words: readonly string[]): References {
  const text = words.join(' ');
  const invoices: InvoiceRef[] = [...fold(raw).matchAll(/(?<![\d-])(20\d{2}-\d{1,6})(?![\d-])/g)].map(
    ([, number = '']) => ({
      kind: 'number',
      number,
      back: 0,
    }),
  );
  const bare =
    invoices.length === 0 ? (/#\s?(\d{2,6})\b/.exec(raw)?.[1] ?? NUMBER_WORD.exec(text)?.[1]) : undefined;
  if (bare !== undefined && !/^20[1-4]\d$/.test(bare))
    invoices.push({ kind: 'number', number: bare, back: 0 });
  const ago = AGO.exec(text);
  if (ago) invoices.push({ kind: 'latest', back: Math.min(Number(ago[1]), 24) });
  else if (SECOND_LAST.test(text)) invoices.push({ kind: 'latest', back: 1 });
  else if (FIRST.test(text)) invoices.push({ kind: 'first', back: 0 });
  else if (DUE.test(text) && !LATEST.test(text)) invoices.push({ kind: 'due', back: 0 });
  const ordinal = ORDINALS.find(([pattern]) => pattern.test(text));
  if (ordinal && invoices.length === 0) invoices.push({ kind: 'latest', back: ordinal[1] });
  const shift = ordinal ? 0 : BEFORE.test(text) ? 1 : AFTER.test(text) ? -1 : 0;
  if (LATEST.test(text) && invoices.length === 0 && shift === 0) invoices.push({ kind: 'latest', back: 0 });
  return { invoices, shift };
}
