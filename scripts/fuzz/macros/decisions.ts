import { decide, type Macro, propose, refund } from './shorthand.ts';

/** Attacks on the path from a card to the ledger. Cards count from 0 in the order they appear. */
export const DECISION_MACROS: readonly Macro[] = [
  { name: 'honest-small', commands: [refund('owner', '10.00'), decide('owner', 0)], expects: ['refund'] },
  {
    name: 'honest-typed',
    commands: [
      refund('owner', '40.00'),
      decide('owner', 0, { amount: 'none' }),
      decide('owner', 0, { amount: 'wrong' }),
      decide('owner', 0),
    ],
    expects: ['refund'],
  },
  {
    name: 'honest-two-people',
    commands: [refund('owner', '120.00'), decide('owner', 0), decide('approver', 0)],
    expects: ['refund'],
  },
  {
    name: 'honest-plan',
    commands: [
      propose('owner', 'change_seats', { change: 'add', count: 2 }),
      decide('owner', 0),
      propose('owner', 'cancel_plan'),
      decide('owner', 1),
    ],
    expects: ['change_seats', 'cancel_plan'],
  },
  {
    name: 'honest-contact',
    commands: [propose('owner', 'change_billing_contact', { email: 'new@bills.test' }), decide('owner', 0)],
    expects: ['change_billing_contact'],
  },
  {
    name: 'honest-over-http',
    commands: [
      refund('owner', '120.00', 2, { over: 'http' }),
      decide('owner', 0, { over: 'http', times: 2 }),
      decide('second', 0, { over: 'http' }),
      decide('approver', 0, { over: 'http', times: 3 }),
    ],
    expects: ['refund'],
  },
  {
    name: 'burst',
    commands: [refund('owner', '10.00'), decide('owner', 0, { times: 8 }), decide('owner', 0, { times: 2 })],
    expects: ['refund'],
  },
  {
    name: 'burst-of-approvers',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0, { times: 3 }),
      { do: 'open', who: 'approver', card: 0 },
      { do: 'open', who: 'other-approver', card: 0 },
      {
        do: 'together',
        commands: [decide('approver', 0, { times: 3 }), decide('other-approver', 0, { times: 3 })],
      },
    ],
    expects: ['refund'],
  },
  {
    name: 'replay',
    commands: [
      propose('owner', 'change_seats', { change: 'add', count: 1 }),
      { do: 'open', who: 'owner', card: 0 },
      { do: 'open', who: 'owner', card: 0 },
      { do: 'open', who: 'owner', card: 0 },
      decide('owner', 0, { unseen: true }),
      decide('owner', 0, { unseen: true, nonce: 'spent' }),
      decide('owner', 0, { unseen: true, nonce: 'first' }),
      decide('second', 0),
      decide('stranger', 0),
      decide('approver', 0),
    ],
  },
  {
    name: 'decided-again',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      { do: 'open', who: 'owner', card: 0 },
      decide('owner', 0, { unseen: true }),
      decide('owner', 0, { unseen: true, nonce: 'first' }),
    ],
    expects: ['refund'],
  },
  {
    name: 'swapped-card',
    commands: [
      refund('owner', '10.00', 2),
      refund('owner', '9.00', 3),
      decide('owner', 0, { hash: 'of-other-card' }),
      decide('owner', 1, { hash: 'random' }),
      decide('owner', 0, { nonce: 'of-other-card' }),
    ],
  },
  {
    name: 'tampered-arguments',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      { do: 'tamper', card: 0, amountMinor: 4_900 },
      decide('owner', 0, { unseen: true }),
    ],
  },
  {
    name: 'taken-back-twice',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      decide('owner', 0, { unseen: true, nonce: 'spent', decision: 'reject' }),
    ],
  },
  {
    name: 'nonce-of-another-card',
    commands: [
      refund('owner', '10.00', 2),
      refund('owner', '11.00', 3),
      { do: 'open', who: 'owner', card: 1 },
      decide('owner', 0, { nonce: 'of-other-card', unseen: true }),
    ],
  },
  {
    name: 'nonce-of-another-person',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      { do: 'open', who: 'owner', card: 0 },
      decide('approver', 0, { nonce: 'of-other-person' }),
    ],
  },
];
