import { UNREMARKABLE } from '#lib/stages/input-guard/memory/unremarkable.test-data.ts';
import { call, decide, look, type Macro, propose, refund, say, speak } from './shorthand.ts';

/** Attacks through the turn itself: sessions that end in the middle, endless or many turns, the kill switch, what is on hold. */
export const TURN_MACROS: readonly Macro[] = [
  {
    name: 'revoked-mid-turn',
    commands: [
      say('owner', [
        { calls: [call('get_plan')] },
        { act: { do: 'revoke', who: 'owner' }, calls: [look] },
        { calls: [call('get_balance')] },
      ]),
    ],
  },
  {
    name: 'demoted-mid-turn',
    commands: [
      say('owner', [
        { calls: [call('get_plan')] },
        { act: { do: 'role', who: 'owner', role: 'member' }, calls: [look] },
        { calls: [call('get_balance')] },
      ]),
    ],
  },
  {
    name: 'one-card-a-turn',
    commands: [
      say(
        'owner',
        [
          {
            calls: [
              call('cancel_plan'),
              call('pause_plan'),
              call('change_seats', { change: 'add', count: 1 }),
            ],
          },
          { calls: [call('change_plan', { plan: 'starter' })] },
        ],
        { place: 'new' },
      ),
      decide('owner', 0),
    ],
  },
  {
    name: 'endless-calls',
    commands: [
      say(
        'owner',
        Array.from({ length: 12 }, () => ({ calls: [call('get_plan'), call('get_usage')] })),
      ),
    ],
  },
  { name: 'too-many-turns', commands: Array.from({ length: 12 }, () => speak('owner', 'Hello.', 9)) },
  {
    name: 'many-at-once',
    commands: [
      {
        do: 'together',
        commands: Array.from({ length: 6 }, () =>
          say('owner', [{ text: 'Hi', waitMs: 1_200 }], { place: 'new' }),
        ),
      },
    ],
  },
  {
    name: 'budget-used-up',
    commands: [
      { do: 'budget', who: 'owner', microUsd: 500_000 },
      ...Array.from({ length: 4 }, () =>
        say('owner', [{ text: 'Hi.', usedTokens: 230_000 }], { place: 'new' }),
      ),
    ],
  },
  {
    name: 'absurd-usage',
    commands: [
      { do: 'budget', who: 'owner', microUsd: 500_000 },
      say('owner', [{ text: 'Hi.', usedTokens: 900_000 }], { place: 'new' }),
      say('owner', [{ text: 'Hi.', usedTokens: 900_000 }], { place: 'new' }),
    ],
  },
  {
    name: 'same-message-twice',
    commands: [
      speak('owner', 'Hello.', 9, { key: 'aaaaaaaa' }),
      speak('owner', 'Hello.', 9, { key: 'aaaaaaaa', place: 'new' }),
    ],
  },
  {
    name: 'denied-call',
    commands: [
      say('owner', [{ calls: [call('get_invoice', { invoice: 'inv_zzzzzzzz' })] }]),
      say('owner', [{ calls: [call('change_plan', { plan: 'free' })] }]),
    ],
  },
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
    commands: [
      say('owner', [
        {
          act: { do: 'pause', scope: 'tenant' },
          text: 'One two three. ',
          waitMs: 1_400,
          calls: [call('get_plan')],
        },
        { text: 'Four five six.' },
      ]),
    ],
  },
  {
    name: 'slow-stream-of-a-model',
    commands: [
      say('owner', [
        {
          act: { do: 'pause', scope: 'model' },
          text: 'One two three. ',
          waitMs: 1_400,
          calls: [call('get_plan')],
        },
        { text: 'Four five six.' },
      ]),
    ],
  },
  {
    name: 'address-kept-out',
    commands: [
      say('owner', [{ text: 'Hello.' }], { over: 'http' }),
      { do: 'keep-out' },
      say('owner', [{ calls: [look] }], { over: 'http' }),
    ],
  },
  {
    name: 'tool-paused',
    commands: [
      say('owner', [
        { act: { do: 'pause', scope: 'tool', tool: 'get_usage' }, waitMs: 1_300, calls: [call('get_usage')] },
      ]),
      { do: 'resume' },
    ],
    isAlone: true,
  },
  {
    name: 'confirmed-attack',
    commands: [
      { do: 'confirm-attack', text: UNREMARKABLE },
      say('owner', [{ calls: [look] }, { calls: [call('refund', { invoice: '$inv2', amount: '1' })] }], {
        text: UNREMARKABLE,
        place: 'new',
      }),
    ],
  },
  {
    name: 'deleted-on-hold',
    commands: [
      speak('owner', 'Mine.', 9),
      { do: 'hold', who: 'owner' },
      { do: 'delete', who: 'owner' },
      { do: 'read', who: 'owner' },
    ],
  },
];
