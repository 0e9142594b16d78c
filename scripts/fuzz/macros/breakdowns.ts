import type { Command } from '../episode/commands.ts';
import { decide, look, type Macro, refund, say } from './shorthand.ts';

/** What breaks between a press and its reply: connections that are lost at the commit, and a server that crashes. */
export const BREAKDOWN_MACROS: readonly Macro[] = [
  {
    name: 'reply-lost',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      decide('owner', 0, { lost: 'after-commit' }),
      decide('owner', 0, { unseen: true, nonce: 'first' }),
      decide('owner', 0, { times: 3 }),
    ],
    expects: ['refund'],
  },
  {
    name: 'press-lost',
    commands: [refund('owner', '10.00'), decide('owner', 0, { lost: 'before-commit' }), decide('owner', 0)],
    expects: ['refund'],
  },
  {
    name: 'both-replies-lost',
    commands: [
      refund('owner', '120.00'),
      decide('owner', 0, { lost: 'after-commit' }),
      decide('approver', 0, { lost: 'before-commit' }),
      decide('approver', 0, { lost: 'after-commit' }),
      decide('approver', 0),
      decide('other-approver', 0),
    ],
    expects: ['refund'],
  },
  {
    name: 'rejection-lost',
    commands: [
      refund('owner', '10.00'),
      { do: 'open', who: 'owner', card: 0 },
      decide('owner', 0, { decision: 'reject', lost: 'after-commit' }),
      decide('owner', 0, { unseen: true, nonce: 'first' }),
    ],
  },
  {
    name: 'lost-among-many',
    commands: [
      refund('owner', '10.00'),
      {
        do: 'together',
        commands: [
          decide('owner', 0, { times: 3 }),
          decide('owner', 0, { lost: 'after-commit', times: 2 }),
          decide('owner', 0, { lost: 'before-commit' }),
        ],
      },
      decide('owner', 0),
    ],
    expects: ['refund'],
  },
  {
    name: 'restart-between',
    commands: [refund('owner', '10.00'), { do: 'restart' }, decide('owner', 0, { times: 2 })],
    expects: ['refund'],
  },
  {
    name: 'restart-while-deciding',
    commands: [
      refund('owner', '10.00'),
      ...[0, 1, 2, 3].map((): Command => ({ do: 'open', who: 'owner', card: 0 })),
      {
        do: 'together',
        commands: [
          decide('owner', 0, { unseen: true, times: 2 }),
          { do: 'restart' },
          decide('owner', 0, { unseen: true, nonce: 'first' }),
        ],
      },
      decide('owner', 0),
    ],
    expects: ['refund'],
  },
  {
    name: 'restart-mid-turn',
    commands: [
      say('owner', [{ text: 'You owe €12.00. ', cut: 4, act: { do: 'restart' } }, { calls: [look] }], {
        place: 'new',
      }),
      refund('owner', '10.00'),
      decide('owner', 0),
    ],
    expects: ['refund'],
  },
];
