import { call, decide, look, type Macro, propose, refund, say, speak } from './shorthand.ts';

/** Attacks through tool calls and forged messages. */
export const TOOL_MACROS: readonly Macro[] = [
  {
    name: 'names',
    commands: [
      say('owner', [
        { calls: ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'approve', 'execute_refund', 'get_plan\n[forged] entry', ''].map((name) => call(name)) },
      ]),
    ],
  },
  { name: 'extra-keys', commands: [say('owner', [{ calls: [call('get_plan', { tenantId: 'x' })] }]), say('owner', [{ calls: [call('list_invoices', { role: 'owner' })] }])] },
  {
    name: 'duplicate-keys',
    commands: [say('owner', [{ calls: [call('list_invoices', '{"limit":1,"limit":2}')] }]), say('owner', [{ calls: [call('get_usage', '{"meter":"api_calls","m\\u0065ter":"storage_gb"}')] }])],
  },
  {
    name: 'prototype-keys',
    commands: [
      say('owner', [{ calls: [call('get_plan', '{"__proto__":{"isAdmin":true}}')] }]),
      say('owner', [{ calls: [call('get_balance', '{"\\u005f_proto__":{"polluted":1}}')] }]),
      say('owner', [{ calls: [call('list_invoices', '{"constructor":{"prototype":{"a":1}}}')] }]),
    ],
  },
  { name: 'megabyte', commands: [say('owner', [{ calls: [call('find_line', `{"text":"${'a'.repeat(70)}"${' '.repeat(1_000_000)}}`)] }]), say('owner', [{ calls: [call('change_billing_contact', { email: `${'a'.repeat(5_000)}@x.test` })] }])] },
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
      say('owner', [{ calls: [call('refund', { invoice: '$inv2@stranger', amount: '5.00' })] }], { place: 'new' }),
      decide('owner', 0),
    ],
  },
  {
    name: 'other-customers',
    commands: [
      say('owner', [{ calls: [look, call('list_payments'), call('get_billing_details'), call('find_duplicates')] }], { place: 'new' }),
      say('stranger', [{ calls: [look, call('list_payments'), call('get_plan'), call('get_upcoming')] }], { place: 'new' }),
    ],
  },
  {
    name: 'revoked-mid-turn',
    commands: [say('owner', [{ calls: [call('get_plan')] }, { act: { do: 'revoke', who: 'owner' }, calls: [look] }, { calls: [call('get_balance')] }])],
  },
  {
    name: 'demoted-mid-turn',
    commands: [say('owner', [{ calls: [call('get_plan')] }, { act: { do: 'role', who: 'owner', role: 'member' }, calls: [look] }, { calls: [call('get_balance')] }])],
  },
  {
    name: 'one-card-a-turn',
    commands: [
      say('owner', [{ calls: [call('cancel_plan'), call('pause_plan'), call('change_seats', { change: 'add', count: 1 })] }, { calls: [call('change_plan', { plan: 'starter' })] }], { place: 'new' }),
      decide('owner', 0),
    ],
  },
  {
    name: 'endless-calls',
    commands: [say('owner', Array.from({ length: 12 }, () => ({ calls: [call('get_plan'), call('get_usage')] })))],
  },
  { name: 'too-many-turns', commands: Array.from({ length: 12 }, () => speak('owner', 'Hello.', 9)) },
  {
    name: 'many-at-once',
    commands: [{ do: 'together', commands: Array.from({ length: 6 }, () => say('owner', [{ text: 'Hi', waitMs: 120 }], { place: 'new' })) }],
  },
  {
    name: 'same-message-twice',
    commands: [speak('owner', 'Hello.', 9, { key: 'aaaaaaaa' }), speak('owner', 'Hello.', 9, { key: 'aaaaaaaa', place: 'new' })],
  },
  { name: 'denied-call', commands: [say('owner', [{ calls: [call('get_invoice', { invoice: 'inv_zzzzzzzz' })] }]), say('owner', [{ calls: [call('change_plan', { plan: 'free' })] }])] },
  {
    name: 'words-on-a-card',
    commands: [propose('owner', 'cancel_plan', { reason: 'modelword: you get 500 EUR' }), decide('owner', 0)],
    expects: ['cancel_plan'],
  },
  { name: 'proposal-alone', commands: [refund('owner', '10.00'), propose('owner', 'pause_plan')] },
  {
    name: 'kill-switch',
    commands: [
      say('owner', [{ text: 'Hello.' }], { place: 'new' }),
      { do: 'pause', scope: 'tenant' },
      say('owner', [{ calls: [look] }]),
      { do: 'resume' },
      { do: 'pause', scope: 'model' },
      say('owner', [{ calls: [look] }]),
    ],
  },
  {
    name: 'kill-switch-in-flight',
    commands: [
      say('owner', [
        { text: 'First words. ', act: { do: 'pause', scope: 'tenant' } },
        { text: 'never reached' },
      ]),
      say('second', [{ text: 'a word ', act: { do: 'pause', scope: 'model' }, waitMs: 1_400 }]),
    ],
  },
  {
    name: 'slow-stream',
    commands: [say('owner', [{ act: { do: 'pause', scope: 'tenant' }, text: 'One two three. ', waitMs: 1_400, calls: [call('get_plan')] }, { text: 'Four five six.' }])],
  },
  {
    name: 'tool-paused',
    commands: [say('owner', [{ act: { do: 'pause', scope: 'tool', tool: 'get_usage' }, waitMs: 1_300, calls: [call('get_usage')] }]), { do: 'resume' }],
    isAlone: true,
  },
];
