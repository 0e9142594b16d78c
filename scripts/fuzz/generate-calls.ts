import fc from 'fast-check';
import type { Call } from './episode/commands.ts';
import { TOOL_KEYS } from './oracle/facts.ts';

const handle = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('inv', 'line', 'pay'), fc.nat({ max: 9 }))
      .map(([kind, n]) => `$${kind}${n}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('$inv0@stranger', '$inv2@owner', '$inv1@second', '$pay0@stranger'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const amount = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '1.00',
      '10.00',
      '29.99',
      '30.00',
      '59.00',
      '60.00',
      '60.01',
      '99.00',
      '120.00',
      '500.01',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '-1',
      '-0',
      '1e309',
      'NaN',
      '9007199254740993',
      '1,000.00',
      '0.001',
      '10 USD',
      '١٢',
    ),
  },
);
const reason = fc.constantFrom('modelword please', undefined, 'modelword <b>now</b>');

/** A change that might be made. */
export const likely: fc.Arbitrary<Call> = fc.oneof(
  fc.record({ invoice: handle, amount }).map((args) => ({ name: 'refund', args })),
  fc
    .record({ line: handle, amount, reason }, { requiredKeys: ['line'] })
    .map((args) => ({ name: 'refund', args })),
  fc.record({ invoice: handle }).map((args) => ({ name: 'refund', args })),
  fc
    .constantFrom('starter', 'team', 'business', 'free')
    .map((plan) => ({ name: 'change_plan', args: { plan } })),
  fc
    .record({ change: fc.constantFrom('add', 'remove'), count: fc.integer({ min: -1, max: 22 }) })
    .map((args) => ({ name: 'change_seats', args })),
  fc.constantFrom('cancel_plan', 'pause_plan', 'resume_plan').map((name) => ({ name, args: {} })),
  fc
    .constantFrom('a@bills.test', 'b@bills.test', 'not an address', 'x@\u0430.test')
    .map((email) => ({ name: 'change_billing_contact', args: { email } })),
  handle.map((payment) => ({ name: 'retry_payment', args: { payment } })),
);
const reads: fc.Arbitrary<Call> = fc.oneof(
  fc.constantFrom(...Object.keys(TOOL_KEYS)).map((name) => ({ name, args: {} })),
  handle.map((invoice) => ({ name: 'get_invoice', args: { invoice } })),
  handle.map((line) => ({ name: 'explain_charge', args: { line } })),
  fc
    .record(
      { status: fc.constantFrom('paid', 'open', 'void', 'x'), limit: fc.integer({ min: -1, max: 30 }) },
      { requiredKeys: [] },
    )
    .map((args) => ({ name: 'list_invoices', args })),
  fc
    .constantFrom('cancel_plan', 'pause_plan', 'add_seats', 'change_plan')
    .map((what) => ({ name: 'quote_change', args: { what, plan: 'team' } })),
);
const odd: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(fc.string({ maxLength: 20 }), fc.json({ maxDepth: 2 })).map(([name, args]) => ({ name, args })),
  fc
    .tuple(fc.constantFrom(...Object.keys(TOOL_KEYS)), fc.json({ maxDepth: 3 }))
    .map(([name, args]) => ({ name, args })),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(TOOL_KEYS)),
      fc.dictionary(fc.constantFrom('tenantId', 'role', 'invoice', 'amount', '__proto__'), fc.string()),
    )
    .map(([name, args]) => ({ name, args })),
  fc.constantFrom('__proto__', 'constructor', 'valueOf').map((name) => ({ name, args: '{}' })),
);
/** Look-ups, and calls that no schema knows. */
export const calls = fc.array(fc.oneof({ weight: 5, arbitrary: reads }, { weight: 2, arbitrary: odd }), {
  maxLength: 3,
});
