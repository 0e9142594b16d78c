import type { Command } from '../episode/commands.ts';
import { call, decide, look, type Macro, propose, refund, say } from './shorthand.ts';

const spree: Command[] = [2, 3, 4, 6, 7, 8].flatMap((invoice, card) => [
  refund('owner', '59.00', invoice),
  decide('owner', card),
  decide('approver', card),
]);

/** Attacks on amounts and caps. */
export const MONEY_MACROS: readonly Macro[] = [
  {
    name: 'refund-spree',
    commands: [
      ...spree,
      { do: 'jump', seconds: 61 },
      ...[2, 3, 4].flatMap((invoice, index) => [
        refund('owner', '59.00', invoice),
        decide('owner', 6 + index),
      ]),
    ],
  },
  {
    name: 'small-after-small',
    commands: [
      refund('owner', '20.00', 2),
      decide('owner', 0),
      refund('owner', '25.00', 3),
      decide('owner', 1),
      refund('second', '16.00', 4),
      decide('second', 2),
      decide('approver', 2),
    ],
    expects: ['refund'],
  },
  {
    name: 'two-small-at-once',
    commands: [
      refund('owner', '28.00', 2),
      refund('second', '29.00', 3),
      refund('owner', '27.00', 4),
      { do: 'together', commands: [decide('owner', 0), decide('second', 1), decide('owner', 2)] },
    ],
    expects: ['refund'],
  },
  {
    name: 'person-cap',
    commands: [
      refund('owner', '20.00'),
      { do: 'earlier-effects', who: 'owner', approver: 'approver', amountMinor: 9_900, count: 5 },
      decide('owner', 0),
      refund('owner', '21.00'),
      decide('owner', 1),
    ],
  },
  {
    name: 'tenant-cap',
    commands: [
      refund('owner', '40.00'),
      { do: 'earlier-effects', who: 'second', approver: 'approver', amountMinor: 49_000, count: 1 },
      { do: 'earlier-effects', who: 'third', approver: 'approver', amountMinor: 49_000, count: 1 },
      decide('owner', 0),
    ],
  },
  {
    name: 'approver-cap',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      { do: 'earlier-effects', who: 'agent', approver: 'approver', amountMinor: 295_000, count: 1 },
      decide('approver', 0),
    ],
  },
  {
    name: 'count-cap',
    commands: [
      propose('owner', 'change_billing_contact', { email: 'third@bills.test' }),
      { do: 'earlier-effects', who: 'second', amountMinor: 1, count: 2, tool: 'change_billing_contact' },
      decide('owner', 0),
    ],
  },
  {
    name: 'cap-race',
    commands: [
      { do: 'earlier-effects', who: 'owner', approver: 'approver', amountMinor: 47_000, count: 1 },
      refund('owner', '14.00', 2),
      refund('owner', '14.00', 3),
      refund('owner', '14.00', 4),
      refund('owner', '14.00', 6),
      { do: 'together', commands: [0, 1, 2, 3].map((card) => decide('owner', card)) },
    ],
  },
  {
    name: 'above-rest',
    commands: [
      refund('owner', '499.00'),
      decide('owner', 0),
      decide('approver', 0),
      refund('owner', '175.00', 2),
      decide('owner', 0),
      decide('approver', 0),
    ],
  },
  {
    name: 'again-and-again',
    commands: [
      refund('owner', null, 2),
      decide('owner', 0),
      decide('approver', 0),
      refund('owner', '30.00', 2),
      decide('owner', 1),
      decide('approver', 1),
    ],
  },
  {
    name: 'nothing-at-all',
    commands: [refund('owner', '0'), decide('owner', 0), refund('owner', '0.00', 3), decide('owner', 0)],
  },
  {
    name: 'odd-amounts',
    commands: [
      say('owner', [
        { calls: [look] },
        {
          calls: ['-5', '-0', '1e309', 'NaN', '9007199254740993', '0x10', '٣', '10.00 USD', '1.005', ''].map(
            (amount) => call('refund', { invoice: '$inv2', amount }),
          ),
        },
      ]),
      say('owner', [
        { calls: [look] },
        {
          calls: [
            '{"invoice":"$inv2","amount":1e309}',
            '{"invoice":"$inv2","amount":-0}',
            '{"invoice":"$inv2","amount":["10"]}',
            '{"invoice":"$inv2","amount":null}',
          ].map((args) => call('refund', args)),
        },
      ]),
      decide('owner', 0),
    ],
  },
  {
    name: 'take-off',
    commands: [
      refund('owner', '20.00', 0),
      decide('owner', 0),
      refund('owner', null, 0),
      decide('owner', 1),
      decide('approver', 1),
    ],
    expects: ['refund'],
  },
  {
    name: 'retry',
    commands: [
      say(
        'owner',
        [{ calls: [call('list_payments')] }, { calls: [call('retry_payment', { payment: '$pay0' })] }],
        { place: 'new' },
      ),
      decide('owner', 0),
      decide('owner', 0),
    ],
  },
  {
    name: 'no-ledger-key',
    commands: [
      refund('owner', '10.00'),
      decide('owner', 0),
      propose('owner', 'pause_plan'),
      decide('owner', 1),
    ],
  },
  {
    name: 'flood',
    commands: [
      'cancel_plan',
      'pause_plan',
      'change_billing_contact',
      'change_seats',
      'refund',
      'refund2',
      'refund3',
    ].map((tool, index) =>
      tool.startsWith('refund')
        ? refund('owner', '5.00', index - 2)
        : propose(
            'owner',
            tool,
            tool === 'change_billing_contact'
              ? { email: 'x@bills.test' }
              : tool === 'change_seats'
                ? { change: 'add', count: 1 }
                : {},
          ),
    ),
  },
];
