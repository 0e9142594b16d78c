import { decide, type Macro, propose, refund, say } from './shorthand.ts';

/** What changes between a card and the click: time, rules, facts, roles, sessions, factors. */
export const MEANWHILE_MACROS: readonly Macro[] = [
  {
    name: 'expiry',
    commands: [
      refund('owner', '10.00'),
      { do: 'jump', seconds: 1_500 },
      { do: 'open', who: 'owner', card: 0 },
      { do: 'jump', seconds: 400 },
      decide('owner', 0, { unseen: true }),
      decide('owner', 0),
    ],
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
  {
    name: 'old-policy',
    commands: [refund('owner', '10.00'), { do: 'old-policy', card: 0 }, decide('owner', 0)],
  },
  {
    name: 'voided-between',
    commands: [refund('owner', '10.00', 0), { do: 'void-invoice', card: 0 }, decide('owner', 0)],
  },
  {
    name: 'refunded-between',
    commands: [refund('owner', '10.00'), { do: 'vendor-refund', card: 0 }, decide('owner', 0)],
  },
  {
    name: 'two-cards-of-one-invoice',
    commands: [refund('owner', '10.00'), refund('owner', '12.00'), decide('owner', 0), decide('owner', 1)],
  },
  {
    name: 'seats-between',
    commands: [
      propose('owner', 'cancel_plan'),
      propose('owner', 'change_seats', { change: 'add', count: 1 }),
      decide('owner', 1),
      decide('owner', 0),
    ],
    expects: ['change_seats'],
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
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      { do: 'open', who: 'approver', card: 0 },
      { do: 'role', who: 'approver', role: 'agent' },
      decide('approver', 0, { unseen: true }),
    ],
  },
  {
    name: 'revoked-between',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      { do: 'revoke', who: 'owner' },
      decide('owner', 0, { unseen: true }),
    ],
  },
  {
    name: 'signed-out-between',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      { do: 'sign-out', who: 'owner' },
      decide('owner', 0, { unseen: true }),
    ],
  },
  {
    name: 'alone-what-takes-two',
    commands: [
      refund('owner', '120.00'),
      { do: 'open', who: 'owner', card: 0 },
      decide('owner', 0),
      decide('owner', 0, { unseen: true, nonce: 'first' }),
      decide('owner', 0),
      decide('second', 0),
    ],
  },
  {
    name: 'without-second-factor',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0),
      decide('approver', 0, { code: 'none' }),
      decide('approver', 0, { code: 'wrong' }),
    ],
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
  {
    name: 'amount-not-typed',
    commands: [
      refund('owner', '40.00'),
      decide('owner', 0, { amount: 'none' }),
      decide('owner', 0, { amount: 'wrong' }),
    ],
  },
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
    commands: [
      refund('owner', '10.00'),
      { do: 'pause', scope: 'tenant' },
      decide('owner', 0),
      { do: 'resume' },
      decide('owner', 0),
    ],
    expects: ['refund'],
  },
  {
    name: 'assent',
    commands: [refund('owner', '10.00'), say('owner', [{ text: 'Done, I did it.' }], { text: 'ok do it' })],
  },
];
