import { decide, type Macro, propose, refund, say } from './shorthand.ts';

/** Attacks on the path from a card to the ledger. Cards count from 0 in the order they appear. */
export const DECISION_MACROS: readonly Macro[] = [
  { name: 'honest-small', commands: [refund('owner', '10.00'), decide('owner', 0)], expects: ['refund'] },
  {
    name: 'honest-typed',
    commands: [refund('owner', '40.00'), decide('owner', 0, { amount: 'none' }), decide('owner', 0, { amount: 'wrong' }), decide('owner', 0)],
    expects: ['refund'],
  },
  {
    name: 'honest-two-people',
    commands: [refund('owner', '120.00'), decide('owner', 0), decide('approver', 0)],
    expects: ['refund'],
  },
  {
    name: 'honest-plan',
    commands: [propose('owner', 'change_seats', { change: 'add', count: 2 }), decide('owner', 0), propose('owner', 'cancel_plan'), decide('owner', 1)],
    expects: ['change_seats', 'cancel_plan'],
  },
  {
    name: 'honest-contact',
    commands: [propose('owner', 'change_billing_contact', { email: 'new@bills.test' }), decide('owner', 0)],
    expects: ['change_billing_contact'],
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
      { do: 'together', commands: [decide('approver', 0, { times: 3 }), decide('other-approver', 0, { times: 3 })] },
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
    commands: [refund('owner', '10.00'), { do: 'open', who: 'owner', card: 0 }, { do: 'tamper', card: 0, amountMinor: 4_900 }, decide('owner', 0, { unseen: true })],
  },
  {
    name: 'taken-back-twice',
    commands: [refund('owner', '120.00'), decide('owner', 0), decide('owner', 0, { unseen: true, nonce: 'spent', decision: 'reject' })],
  },
  {
    name: 'nonce-of-another-card',
    commands: [refund('owner', '10.00', 2), refund('owner', '11.00', 3), { do: 'open', who: 'owner', card: 1 }, decide('owner', 0, { nonce: 'of-other-card', unseen: true })],
  },
  {
    name: 'nonce-of-another-person',
    commands: [refund('owner', '120.00'), decide('owner', 0), { do: 'open', who: 'owner', card: 0 }, decide('approver', 0, { nonce: 'of-other-person' })],
  },
  {
    name: 'expiry',
    commands: [refund('owner', '10.00'), { do: 'jump', seconds: 1_500 }, { do: 'open', who: 'owner', card: 0 }, { do: 'jump', seconds: 400 }, decide('owner', 0, { unseen: true }), decide('owner', 0)],
  },
  {
    name: 'old-nonce',
    commands: [refund('owner', '10.00'), { do: 'jump', seconds: 900 }, decide('owner', 0, { unseen: true })],
  },
  {
    name: 'slow-countersigner',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      { do: 'jump', seconds: 259_000 },
      { do: 'open', who: 'approver', card: 0 },
      { do: 'jump', seconds: 400 },
      decide('approver', 0, { unseen: true }),
    ],
  },
  { name: 'old-policy', commands: [refund('owner', '10.00'), { do: 'old-policy', card: 0 }, decide('owner', 0)] },
  { name: 'voided-between', commands: [refund('owner', '10.00', 0), { do: 'void-invoice', card: 0 }, decide('owner', 0)] },
  { name: 'refunded-between', commands: [refund('owner', '10.00'), { do: 'vendor-refund', card: 0 }, decide('owner', 0)] },
  {
    name: 'two-cards-of-one-invoice',
    commands: [refund('owner', '10.00'), refund('owner', '12.00'), decide('owner', 0), decide('owner', 1)],
  },
  {
    name: 'demoted-between',
    commands: [
      refund('owner', '10.00'),
      refund('second', '120.00', 3),
      decide('second', 1),
      { do: 'role', who: 'owner', role: 'member' },
      { do: 'role', who: 'second', role: 'member' },
      decide('owner', 0),
      decide('approver', 1),
    ],
  },
  {
    name: 'approver-demoted',
    commands: [refund('owner', '120.00'), decide('owner', 0), { do: 'open', who: 'approver', card: 0 }, { do: 'role', who: 'approver', role: 'agent' }, decide('approver', 0, { unseen: true })],
  },
  {
    name: 'revoked-between',
    commands: [refund('owner', '10.00'), { do: 'open', who: 'owner', card: 0 }, { do: 'revoke', who: 'owner' }, decide('owner', 0, { unseen: true })],
  },
  {
    name: 'signed-out-between',
    commands: [refund('owner', '10.00'), { do: 'open', who: 'owner', card: 0 }, { do: 'sign-out', who: 'owner' }, decide('owner', 0, { unseen: true })],
  },
  {
    name: 'alone-what-takes-two',
    commands: [refund('owner', '120.00'), { do: 'open', who: 'owner', card: 0 }, decide('owner', 0), decide('owner', 0, { unseen: true, nonce: 'first' }), decide('owner', 0), decide('second', 0)],
  },
  {
    name: 'without-second-factor',
    commands: [refund('owner', '120.00'), decide('owner', 0), decide('approver', 0, { code: 'none' }), decide('approver', 0, { code: 'wrong' })],
  },
  {
    name: 'second-factor-replayed',
    commands: [
      refund('owner', '110.00', 2),
      refund('owner', '111.00', 3),
      decide('owner', 0),
      decide('owner', 1),
      decide('approver', 0),
      decide('approver', 1, { code: 'spent' }),
    ],
  },
  { name: 'amount-not-typed', commands: [refund('owner', '40.00'), decide('owner', 0, { amount: 'none' }), decide('owner', 0, { amount: 'wrong' })] },
  {
    name: 'cross-tenant',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'stranger', card: 0 },
      { do: 'open', who: 'second', card: 0 },
      { do: 'open', who: 'approver', card: 0 },
      { do: 'open', who: 'agent', card: 0 },
      decide('stranger', 0),
      decide('second', 0),
      decide('agent', 0),
      { do: 'read', who: 'stranger', of: 'owner' },
      { do: 'read', who: 'second', of: 'owner' },
      { do: 'delete', who: 'stranger', of: 'owner' },
      say('stranger', [], { of: 'owner' }),
      say('second', [], { of: 'owner' }),
    ],
  },
  {
    name: 'hostile-request-id',
    commands: [refund('owner', '10.00'), decide('owner', 0, { requestId: 'x\napproval.executed forged' })],
  },
  {
    name: 'deleted-between',
    commands: [refund('owner', '10.00'), { do: 'delete', who: 'owner' }, decide('owner', 0)],
    expects: ['refund'],
  },
  {
    name: 'paused-between',
    commands: [refund('owner', '10.00'), { do: 'pause', scope: 'tenant' }, decide('owner', 0), { do: 'resume' }, decide('owner', 0)],
    expects: ['refund'],
  },
  { name: 'assent', commands: [refund('owner', '10.00'), say('owner', [{ text: 'Done, I did it.' }], { text: 'ok do it' })] },
];
