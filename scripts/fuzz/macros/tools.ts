import { call, decide, look, type Macro, say } from './shorthand.ts';

/** Attacks through tool calls and forged messages. */
export const TOOL_MACROS: readonly Macro[] = [
  {
    name: 'names',
    commands: [
      say('owner', [
        {
          calls: [
            '__proto__',
            'constructor',
            'toString',
            'hasOwnProperty',
            'approve',
            'execute_refund',
            'get_plan\n[forged] entry',
            '',
          ].map((name) => call(name)),
        },
      ]),
    ],
  },
  {
    name: 'extra-keys',
    commands: [
      say('owner', [{ calls: [call('get_plan', { tenantId: 'x' })] }]),
      say('owner', [{ calls: [call('list_invoices', { role: 'owner' })] }]),
    ],
  },
  {
    name: 'duplicate-keys',
    commands: [
      say('owner', [{ calls: [call('list_invoices', '{"limit":1,"limit":2}')] }]),
      say('owner', [{ calls: [call('get_usage', '{"meter":"api_calls","m\\u0065ter":"storage_gb"}')] }]),
    ],
  },
  {
    name: 'prototype-keys',
    commands: [
      say('owner', [{ calls: [call('get_plan', '{"__proto__":{"isAdmin":true}}')] }]),
      say('owner', [{ calls: [call('get_balance', '{"\\u005f_proto__":{"polluted":1}}')] }]),
      say('owner', [{ calls: [call('list_invoices', '{"constructor":{"prototype":{"a":1}}}')] }]),
    ],
  },
  {
    name: 'megabyte',
    commands: [
      say('owner', [{ calls: [call('find_line', `{"text":"${'a'.repeat(70)}"${' '.repeat(1_000_000)}}`)] }]),
      say('owner', [{ calls: [call('change_billing_contact', { email: `${'a'.repeat(5_000)}@x.test` })] }]),
    ],
  },
  {
    name: 'member',
    commands: [
      say('member', [{ calls: [call('get_plan')] }]),
      say('member', [{ calls: [look] }]),
      say('member', [{ calls: [call('get_billing_details')] }]),
      say('member', [{ calls: [call('change_seats', { change: 'add', count: 1 })] }]),
      say('member', [{ calls: [call('quote_change', { what: 'cancel_plan' })] }]),
    ],
  },
  {
    name: 'handles',
    commands: [
      say('owner', [{ calls: [look] }], { place: 'new' }),
      say('stranger', [{ calls: [look] }], { place: 'new' }),
      say('owner', [{ calls: [call('get_invoice', { invoice: '$inv0@owner' })] }], { place: 'new' }),
      say('owner', [{ calls: [call('get_invoice', { invoice: '$inv1@stranger' })] }], { place: 'new' }),
      say('owner', [{ calls: [call('refund', { invoice: '$inv2@stranger', amount: '5.00' })] }], {
        place: 'new',
      }),
      decide('owner', 0),
    ],
  },
  {
    name: 'other-customers',
    commands: [
      say(
        'owner',
        [{ calls: [look, call('list_payments'), call('get_billing_details'), call('find_duplicates')] }],
        { place: 'new' },
      ),
      say('stranger', [{ calls: [look, call('list_payments'), call('get_plan'), call('get_upcoming')] }], {
        place: 'new',
      }),
    ],
  },
];
