import type { Draw } from './draw.ts';

/** Numbers that shops, banks and our own ledger give to things: orders, invoices, parcels, products, amounts, days. */
const THINGS = [
  'order 99999999', 'order #9999999', 'order number 9999999999', 'Order no. 999-9999999-9999999', 'order 9999-9999-99', 'order id 99999999-99',
  'order 999999999999', 'order number 9999999999999999', 'order 9999999999999', 'ORD-999999', 'ORD-2026-999999', '#A99999', 'order 999-999-9999',
  'invoice 2026-999', 'invoice INV-2026-09999', 'INV2026-0999', 'invoice no. 99999999', 'RE-2026-9999', 'invoice 20261126-0099', 'Rechnung Nr. 9999999999',
  'Rechnung 2026/999', 'Bestellnummer 999999999', 'commande n° 999999999', 'facture FA-2026-9999', 'pedido 9999999999', 'factura 2026-999999', 'ordine 99999999',
  'bestelling 999999999', 'zamówienie nr 9999999', 'faktura FV/2026/11/999', 'sipariş no 9999999999', 'заказ № 99999999', 'счёт 999999', '注文番号 9999999999', '订单号 202611269999999999',
  'ticket 9999999', 'case 99999999', 'booking reference AAAAA9', 'tracking number 1Z999AA99999999999', 'parcel 99999999999999', 'tracking 999999999999999999',
  'customer number 9999999', 'account number 99999999', 'contract 9999999999', 'reference 999999999999', 'transaction 99999999999999', 'PO 4500999999',
  'PO-999999', 'SKU AAA-9999-AA', 'SKU 99999999', 'item 999999', 'serial number AA9999999999', 'EAN 4009999999999', 'article 999.999.99', 'batch 9999-999',
  '9,999.99 EUR', '9.999,99 €', '$99,999.00', '99 999,99 kr', '9 999 999 tokens', '999 999 999 bytes', 'USD 9999.99', '€ 999.999,99', '99.9 %', '9999.99',
  '2026-11-26', '26.11.2026', '26/11/2026 14:30', '11/26/2026', '2026-11-01 to 2026-11-30', '20261126T143000Z', '01.11.2026 - 30.11.2026', '1799999999999',
  'version 9.99.999', '10.99.99.99', 'build 99999.9', 'meter reading 999999', 'seats 12 and 15', '9999999', '99999', 'Q4 2026', 'postcode 99999', 'room 99-999',
] as const; // prettier-ignore
const SENTENCES = [
  'Where is %?', 'I have a question about %.', 'Please check % for me', 'Why was % charged twice?', 'Was ist mit %?', 'Je ne comprends pas %.', '¿Qué es %?',
  'Compare % with last month', '%', 'Is % already paid? I need to know today.', 'You wrote "%" in your last e-mail.', 'refund % please', 'Per favore controlla %.',
] as const; // prettier-ignore

/** A sentence that names such a thing and nobody. */
export function makeOrder(draw: Draw): string {
  return draw.of(SENTENCES).replace('%', draw.like(escaped(draw.of(THINGS))));
}

/** Words stay; only nines and the capitals of codes are drawn. */
function escaped(thing: string): string {
  return thing.replace(/[A-Za-z0-8*]+/g, (word) =>
    /^A+$/.test(word) ? word : word.replace(/[Aah*]/g, '\\$&'),
  );
}
