import { describe, expect, it } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import type { Expectation } from './dialogue-file.ts';
import { judgeTurn } from './judge-turn.ts';
import { noValues } from './known-values.ts';
import { openLedger } from './ledger.ts';
import type { Answer } from './take-turn.ts';

// The facts used here hold in every ledger: what is judged is the turn, not the reading of a ledger.
const ledger = openLedger(() => Promise.reject(new Error('no ledger here')), {
  today: '2026-11-20',
  locale: 'en-IE',
  currency: 'EUR',
});
const evidence = {
  today: '2026-11-20',
  currency: 'EUR' as const,
  cards: [],
  typed: [],
  wholeLedger: () => Promise.resolve(noValues('EUR')),
  statuses: () => Promise.resolve(new Map()),
};
const good: Answer = {
  conversationId: 'c',
  text: `I am an assistant; write to ${BRAND.supportEmail}.`,
  finish: 'stop',
  tools: ['get_plan'],
  cards: [],
  stages: [{ stage: 'input-guard', verdict: 'pass' }],
  suggestions: [],
  claims: [],
  proposed: false,
  firstTextMs: 10,
  error: null,
};
const expected: Expectation = {
  tools: ['get_plan|get_usage'],
  facts: ['assistant.kind', 'support.email|support.phone'],
  absent: [],
  approval: false,
  offers: false,
  person: true,
};
const judge = (answer: Partial<Answer>, expectation: Partial<Expectation> = {}) =>
  judgeTurn({ ...good, ...answer }, { ...expected, ...expectation }, ledger, evidence);

it('a turn with the expected tools and facts is completed', async () => {
  expect(await judge({})).toEqual({ why: [], wrong: [], unverified: [], blocked: false });
});

describe('a turn is not completed when', () => {
  it.each<[string, Partial<Answer>, Partial<Expectation>, string]>([
    ['it broke off', { finish: 'length' }, {}, 'finish is length'],
    ['it never ended', { finish: null }, {}, 'finish is missing'],
    ['it was refused', { error: 'HTTP 429' }, {}, 'error: HTTP 429'],
    [
      'its message was flagged',
      { stages: [{ stage: 'input-guard', verdict: 'flag', rule: 'r1' }] },
      {},
      'flag by input-guard (r1)',
    ],
    ['an expected tool did not run', { tools: ['get_balance'] }, {}, 'tool get_plan|get_usage did not run'],
    [
      'an expected fact is missing',
      { text: `Write to ${BRAND.supportEmail}.` },
      {},
      'missing assistant.kind',
    ],
    ['it only offered topics', { tools: ['offer_topics'] }, { tools: [] }, 'not understood'],
    ['it shows no way to a person', { text: 'An assistant.' }, { facts: [] }, 'no way to a person'],
    ['it states a made-up figure', { text: `${good.text} You owe €3.14.` }, {}, 'wrong: amount "€3.14"'],
    ['it proposes a change nobody expected', { proposed: true }, {}, 'approval'],
    [
      'it shows what must not be shown',
      {},
      { absent: ['support.email'] },
      'wrong: support.email must not be shown',
    ],
  ])('%s', async (_name, answer, expectation, why) => {
    expect((await judge(answer, expectation)).why).toEqual([why]);
  });

  it('a stage blocked it, which is counted', async () => {
    const blocked = await judge({ finish: 'blocked', stages: [{ stage: 'output-guard', verdict: 'block' }] });
    expect(blocked.blocked).toBe(true);
    expect(blocked.why).toEqual(['finish is blocked', 'block by output-guard']);
  });
});

it('a tool result that was flagged later in the turn is no fault of the person', async () => {
  const stages: Answer['stages'] = [...good.stages, { stage: 'input-guard', verdict: 'flag' }];
  expect((await judge({ stages })).why).toEqual([]);
});

it('a tool that a member may not use is no block', async () => {
  const stages: Answer['stages'] = [
    ...good.stages,
    { stage: 'tools', verdict: 'block', reason: 'not_for_your_role' },
  ];
  expect(await judge({ stages })).toMatchObject({ why: [], blocked: false });
});

it('offering topics is a fine answer to a greeting', async () => {
  expect((await judge({ tools: ['offer_topics'] }, { tools: [], offers: true })).why).toEqual([]);
});
