import 'server-only';
import { CHANGE_TOOLS } from '#lib/contract/approvals.ts';
import type { Row, ToolReply } from '../types.ts';

const summary = (number: string, status: string, issuedOn: string, total: string, more: Row = {}) => ({
  handle: `inv_${number.replace(/\D/g, '').slice(-6)}aa`,
  number,
  status,
  issuedOn,
  dueOn: `${issuedOn.slice(0, 8)}25`,
  periodStart: issuedOn,
  periodEnd: `${issuedOn.slice(0, 8)}28`,
  total,
  due: status === 'paid' || status === 'void' ? '€0.00' : total,
  ...more,
});

/** A small ledger of 20 November 2026: four invoices, newest first; one is void. */
export const INVOICES = [
  summary('2026-118', 'open', '2026-11-01', '€295.20', { daysUntilDue: 5 }),
  summary('2026-117', 'past_due', '2026-10-01', '€237.00', { daysUntilDue: -26 }),
  summary('2026-116', 'void', '2026-09-15', '€99.00'),
  summary('2026-115', 'paid', '2026-09-01', '€230.00', { paidOn: '2026-09-06' }),
  summary('2026-114', 'paid', '2026-08-01', '€210.00', { paidOn: '2026-08-06' }),
] as const;

const line = (name: string, amount: string, more: Row = {}) => ({
  handle: `line_${name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 8)}`,
  kind: 'plan',
  description: name,
  quantity: 1,
  amount,
  ...more,
});

const LINES = [
  line('Team plan', '€180.00', { periodStart: '2026-11-01', periodEnd: '2026-11-30' }),
  line('Developer mode add-on', '€40.00', {
    kind: 'addon',
    reason: 'Added by Operations on 12 October 2026',
  }),
  line('Seat 6', '€10.00', { kind: 'seat', handle: 'line_seatone' }),
  line('Seat 6', '€10.00', {
    kind: 'seat',
    duplicateOf: 'line_seatone',
    periodStart: '2026-11-01',
    periodEnd: '2026-11-30',
  }),
  line('Upgrade, remaining days', '€6.00', {
    kind: 'proration',
    reason: 'Upgrade from Starter to Team, 19 of 30 days',
  }),
];

function invoice(number: string): Row | null {
  const found = INVOICES.find((one) => one.number === number);
  if (!found) return null;
  return {
    ...found,
    lines: LINES,
    subtotal: '€246.00',
    discount: '€0.00',
    credit: '€0.00',
    tax: { label: 'VAT', ratePercent: 20, amount: '€49.20' },
    paid: '€0.00',
    refunded: '€0.00',
    billTo: { name: 'Northwind Studio', address: ['1 Mill Lane', 'Cork'] },
    from: { name: 'Tallyhouse Ltd', address: ['14 Quayside Row', 'Dublin 2'] },
    ...(number === '2026-116' ? { voidReason: 'Issued with the wrong period' } : {}),
    ...(number === '2026-114' ? { memo: 'Purchase order 4711.' } : {}),
  };
}

const PAYMENTS = {
  payments: [
    {
      handle: 'pay_aaaaaa', invoiceNumber: '2026-117', amount: '€237.00', status: 'retrying', startedOn: '2026-11-16', method: 'Visa •••• 4242',
      failureReason: 'The card was declined by the bank', nextRetryOn: '2026-11-22',
      attempts: [{ on: '2026-11-16', succeeded: false, reason: 'Insufficient funds' }, { on: '2026-11-19', succeeded: false, reason: 'Insufficient funds' }],
    },
    { handle: 'pay_bbbbbb', invoiceNumber: '2026-115', amount: '€230.00', status: 'succeeded', startedOn: '2026-09-05', settledOn: '2026-09-06', method: 'Visa •••• 4242', attempts: [] },
  ],
  refunds: [{ invoiceNumber: '2026-114', amount: '€12.00', status: 'on_its_way', requestedOn: '2026-11-10', expectedOn: '2026-11-24', reason: 'Seat billed after removal', method: 'Visa •••• 4242' }],
  credits: [{ granted: '€25.00', remaining: '€15.00', reason: 'Outage in August', grantedOn: '2026-09-02', expiresOn: '2027-03-01' }],
  methods: [{ kind: 'card', label: 'Visa •••• 4242', expiresOn: '2027-05-31', isDefault: true }],
}; // prettier-ignore

const RESULTS: Readonly<Record<string, Row>> = {
  get_balance: { due: '€532.20', overdue: '€237.00', nextDueOn: '2026-11-25', nextDueInvoice: INVOICES[0], creditRemaining: '€15.00', openInvoices: [INVOICES[0], INVOICES[1]] },
  compare_periods: {
    older: INVOICES[1], newer: INVOICES[0], difference: '€58.20', differencePercent: 24.6,
    changes: [{ label: 'Developer mode add-on', kind: 'addon', after: '€40.00', difference: '€40.00', reason: 'Added on 12 October 2026' }, { label: 'Seats', kind: 'seat', before: '€11.50', after: '€20.00', difference: '€8.50' }],
  },
  find_duplicates: { matches: [{ invoice: INVOICES[0], line: LINES[3] }] },
  list_payments: PAYMENTS,
  get_plan: {
    code: 'team', name: 'Team', status: 'active', pricePerMonth: '€180.00', pricePerSeat: '€10.00', startedOn: '2026-10-12', renewsOn: '2027-01-01', daysUntilRenewal: 42, includedSeats: 5,
    seats: [{ label: 'Seat 5', addedOn: '2026-03-01', addedBy: 'The owner' }, { label: 'Seat 6', addedOn: '2026-10-20', addedBy: 'Operations' }],
    addons: [{ code: 'developer_mode', name: 'Developer mode add-on', addedOn: '2026-10-12', pricePerMonth: '€40.00' }], entitlements: ['10,000 API calls a month', '100 GB of storage'],
    promotions: [{ name: 'Launch offer', percentOff: 10, startedOn: '2026-05-01', endsOn: '2026-10-31', ended: true }],
    changes: [{ on: '2026-10-12', kind: 'upgraded', description: 'Upgrade from Starter to Team', by: 'The owner' }],
  },
  get_usage: {
    periodStart: '2026-11-01', periodEnd: '2026-11-30', daysElapsed: 20, daysTotal: 30, finished: false,
    meters: [{ code: 'api_calls', name: 'API calls', unit: 'calls', used: 8200, included: 10000, overage: 0, projected: 12300, projectedOverage: 2300, previousUsed: 7000, pricePerUnit: '€0.01', costSoFar: '€0.00', projectedCost: '€23.00', days: [] }],
  },
  get_upcoming: {
    nextInvoiceOn: '2026-12-01', daysUntilNextInvoice: 11, tax: '€50.00', estimatedTotal: '€300.00', lines: [{ description: 'Team plan', amount: '€180.00', estimated: false }],
    events: [{ on: '2026-11-22', kind: 'payment_retry', description: 'Payment for 2026-117 is tried again', amount: '€237.00' }],
  },
  get_spend: {
    from: '2026-01-01', to: '2026-11-20', invoiceCount: 9, billed: '€2,100.00', paid: '€1,567.80', refunded: '€0.00', tax: '€350.00', discount: '€90.00', averagePerMonth: '€210.00', months: [], kinds: [],
  },
  get_billing_details: {
    customer: { name: 'Northwind Studio', address: ['1 Mill Lane', 'Cork'], vatNumber: 'IE1111111NW' }, vendor: { name: 'Tallyhouse Ltd', address: ['14 Quayside Row', 'Dublin 2'], vatNumber: 'IE0000000TH' },
    methods: [{ kind: 'card', label: 'Visa •••• 4242', expiresOn: '2027-05-31', isDefault: true }], pdf: 'Open the invoice page and print it.',
  },
  offer_topics: { offered: [] },
}; // prettier-ignore

/** What the server would answer to a call: the canned ledger, or a refusal. */
export function cannedReply(name: string, args: Row): ToolReply {
  if (name === 'list_invoices') {
    const wanted = INVOICES.filter((one) => args.status === undefined || one.status === args.status);
    return { ok: true, result: { invoices: wanted } };
  }
  if (name === 'get_invoice') {
    const number =
      args.invoice === undefined ? '2026-118' : INVOICES.find((one) => one.handle === args.invoice)?.number;
    const found = invoice(number ?? '');
    return found ? { ok: true, result: found } : { ok: false, error: 'not_found' };
  }
  if (name === 'find_line') {
    const text = typeof args.text === 'string' ? args.text.toLowerCase() : null;
    const matches = LINES.filter((one) =>
      text ? one.description.toLowerCase().includes(text) : one.amount.includes(String(args.amount)),
    );
    return { ok: true, result: { matches: matches.map((found) => ({ invoice: INVOICES[0], line: found })) } };
  }
  if (name === 'explain_charge') {
    const found = LINES.find((one) => one.handle === args.line);
    return found
      ? { ok: true, result: { invoice: INVOICES[0], line: found } }
      : { ok: false, error: 'not_found' };
  }
  if (name === 'quote_change') return cannedQuote(args);
  if (CHANGE_TOOLS.some((tool) => tool === name))
    return { ok: true, result: { proposed: name, state: 'waiting for the person' } };
  const result = RESULTS[name];
  return result ? { ok: true, result } : { ok: false, error: 'unknown_tool' };
}

function cannedQuote({ what, plan }: Row): ToolReply {
  if (plan === 'team')
    return { ok: true, result: { possible: false, why: 'Nothing would change.' } };
  const lines = [{ label: 'Price a month, before tax', value: '€180.00 → €240.00' }];
  return { ok: true, result: { possible: true, change: `${String(what)} ${String(plan ?? '')}`.trim(), lines } };
} // prettier-ignore
