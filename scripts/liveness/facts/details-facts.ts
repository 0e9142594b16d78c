import type { BillingDetails } from '#lib/contract/cards.ts';
import type { Ledger } from '../ledger.ts';
import { type FactTable, text } from './fact.ts';

const detailsOf =
  <T>(pick: (details: BillingDetails) => T) =>
  async (ledger: Ledger) =>
    pick(await ledger.details());

export const DETAILS_FACTS: FactTable = {
  'vat.customer': text(
    "The customer's VAT number",
    detailsOf((details) => details.customer.vatNumber),
  ),
  'vat.vendor': text(
    "The vendor's VAT number",
    detailsOf((details) => details.vendor.vatNumber),
  ),
  'customer.name': text(
    'The customer as it stands on invoices',
    detailsOf((details) => details.customer.name),
  ),
  'customer.email': text(
    'The billing e-mail address',
    detailsOf((details) => details.customer.email),
  ),
  'customer.address.first': text(
    'First line of the billing address',
    detailsOf((details) => details.customer.address[0]),
  ),
  'vendor.name': text(
    'The vendor',
    detailsOf((details) => details.vendor.name),
  ),
  'vendor.address.first': text(
    "First line of the vendor's address",
    detailsOf((details) => details.vendor.address[0]),
  ),
  'vendor.address.second': text(
    'Second line of it',
    detailsOf((details) => details.vendor.address[1]),
  ),
};
