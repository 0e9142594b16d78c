import { findValues } from './find-values.ts';
import { addText, addValues, isKnown, type KnownValues, noValues } from './known-values.ts';
import { type Statuses, wrongStatuses } from './statuses.ts';
import type { Currency } from '#lib/contract/money.ts';
import type { Mention } from './values.ts';

/** What an answer may state: values of this conversation's cards, then of everything the tenant's ledger holds. */
export type Evidence = {
  readonly today: string;
  readonly currency: Currency;
  /** Cards of this turn and of the turns before it. */
  readonly cards: readonly unknown[];
  /** What the person typed in this conversation: their own figures are not claims of ours. */
  readonly typed: readonly string[];
  /** Everything the ledger holds, figures derived by the reader included; read only when the cards do not settle it. */
  readonly wholeLedger: () => Promise<KnownValues>;
  readonly statuses: () => Promise<Statuses>;
};
export type Findings = {
  /** Stated, but equal to nothing the tenant's ledger holds. */
  readonly wrong: readonly string[];
  /** In the ledger, but in nothing that was looked up in this conversation. */
  readonly unverified: readonly string[];
};

/** Checks every amount, percentage, quantity, day and status that an answer states. */
export async function checkAnswer(text: string, evidence: Evidence): Promise<Findings> {
  const shown = noValues(evidence.currency);
  for (const card of evidence.cards) addValues(shown, card);
  for (const typed of evidence.typed) addTyped(shown, typed);

  const open = findValues(text, evidence.currency).filter(
    (mention) => !isKnown(shown, mention, evidence.today),
  );
  const wrong: string[] = [];
  const unverified: string[] = [];
  if (open.length > 0) {
    const ledger = await evidence.wholeLedger();
    for (const mention of open) {
      (isKnown(ledger, mention, evidence.today) ? unverified : wrong).push(describe(mention));
    }
  }
  if (/\d{4}-\d/.test(text)) wrong.push(...wrongStatuses(text, await evidence.statuses()));
  return { wrong, unverified };
}

/** People write "40" and mean 40.00: a bare number counts as an amount and as a quantity. */
function addTyped(known: KnownValues, typed: string): void {
  addText(known, typed);
  for (const match of typed.matchAll(/\d+(?:[.,]\d+)?/gu)) {
    const value = Number(match[0].replace(',', '.'));
    known.quantities.add(value);
    known.percents.add(value);
    addText(known, `${match[0]} ${known.currency}`);
  }
}

function describe(mention: Mention): string {
  return `${mention.kind} "${mention.raw}"`;
}
