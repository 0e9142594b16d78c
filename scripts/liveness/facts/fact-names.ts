import { BRAND } from '#lib/contract/brand.ts';
import type { Ledger } from '../ledger.ts';
import type { FactValue } from '../values.ts';
import { type Fact, type FactTable, text, words } from './fact.ts';
import { DETAILS_FACTS } from './details-facts.ts';
import { INVOICE_FACTS } from './invoice-facts.ts';
import { LINE_FACTS } from './line-facts.ts';
import { PAYMENT_FACTS } from './payment-facts.ts';
import { PLAN_FACTS } from './plan-facts.ts';
import { SPEND_FACTS } from './spend-facts.ts';
import { USAGE_FACTS } from './usage-facts.ts';

/** Facts that hold in every ledger. */
const HOUSE_FACTS: FactTable = {
  'support.email': text('How to reach a person', () => Promise.resolve(BRAND.supportEmail)),
  'support.phone': text('The telephone number', () => Promise.resolve(BRAND.supportPhone)),
  'assistant.kind': words(
    'Says that it is a machine',
    /\b(assistant|automated|automatic|scripted|software|program|machine|bot|robot|not a (real |human )?(person|human|being)|computer|AI)\b/iu,
  ),
  'pdf.howto': words('Says where to get a PDF', /\b(pdf|print|printable|drucken|imprimir|imprimer)\b/iu),
  'owner.words': words(
    'Sends a member to the owner',
    /\b(owner|owners|admin|administrator|Inhaber\p{L}*|propietari[oa]|propriétaire)(?!\p{L})/iu,
  ),
};

/** Every fact a dialogue may expect, by name. */
export const FACTS: FactTable = {
  ...INVOICE_FACTS,
  ...LINE_FACTS,
  ...PAYMENT_FACTS,
  ...PLAN_FACTS,
  ...USAGE_FACTS,
  ...SPEND_FACTS,
  ...DETAILS_FACTS,
  ...HOUSE_FACTS,
};

export const FACT_NAMES = Object.keys(FACTS).toSorted();

export function factNamed(name: string): Fact | undefined {
  return Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
}

/** What a known name is worth in this ledger; null where it has no such thing. */
export function resolveFact(name: string, ledger: Ledger): Promise<FactValue | null> {
  const fact = factNamed(name);
  if (!fact) throw new RangeError(`No fact is called ${name}.`);
  return fact.of(ledger);
}
