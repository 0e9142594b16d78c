import { describe, expect, it } from 'vitest';
import { CARDS } from '#components/cards/fixtures/cards.ts';
import type { Card } from '#lib/contract/cards.ts';
import { STAGES } from '#lib/contract/stages.ts';
import { claimsLine, receiptLine } from './receipt-words.ts';
import { summariseStages, wasFlagged } from './stage-words.ts';

const tool = (type?: Card['type'], status: 'done' | 'denied' = 'done') => {
  const card = CARDS.find((one) => one.type === type);
  return {
    callId: type ?? 'x',
    name: type ? 'get' : 'offer_topics',
    status,
    summary: '',
    ...(card && { card }),
  };
};

describe('the line under an answer', () => {
  it.each([
    [[tool('comparison')], 'Read 2 invoices · changed nothing'],
    [[tool('comparison'), tool('invoice')], 'Read 2 invoices · changed nothing'],
    [
      [tool('invoice'), tool('plan'), tool('usage')],
      'Read 1 invoice, your plan and your usage · changed nothing',
    ],
    [[tool('payments')], 'Read 1 payment · changed nothing'],
    [[tool('invoice', 'denied')], 'Looked nothing up · changed nothing'],
    [[tool()], 'Looked nothing up · changed nothing'],
    [[], 'Looked nothing up · changed nothing'],
  ])('counts each thing once and never what was refused', (tools, line) => {
    expect(receiptLine(tools)).toBe(line);
  });

  it('never says that nothing changed where a change was proposed', () => {
    expect(receiptLine([tool('invoice')], 1)).toBe('Read 1 invoice · proposed 1 change');
    expect(receiptLine([], 2)).toBe('Looked nothing up · proposed 2 changes');
  });

  it('says when a figure could not be matched', () => {
    const claim = { start: 0, end: 1, kind: 'amount', verified: true } as const;
    expect(claimsLine([])).toBeNull();
    expect(claimsLine([claim, claim])).toContain('All 2 figures');
    expect(claimsLine([claim, { ...claim, verified: false }])).toContain('1 of 2');
  });
});

describe('the protections under an answer', () => {
  it('stand once each, in the order of the walk, with the gravest verdict and the times added up', () => {
    const rows = summariseStages([
      { stage: 'output-guard', verdict: 'redact' },
      { stage: 'input-guard', verdict: 'pass', ms: 1 },
      { stage: 'input-guard', verdict: 'flag', ms: 2, rule: 'override' },
      { stage: 'input-guard', verdict: 'pass', ms: 4 },
    ]);
    expect(rows.map((row) => [row.stage, row.verdict, row.ms])).toEqual([
      ['input-guard', 'flag', 7],
      ['output-guard', 'redact', null],
    ]);
    expect(rows[0]?.rules).toEqual(['override']);
    expect(rows[1]?.words).toBe('Removed something from the answer that should not be shown');
  });

  it('have words for every stage of the vocabulary', () => {
    const rows = summariseStages(STAGES.map((stage) => ({ stage, verdict: 'pass' })));
    expect(rows.map((row) => row.stage)).toEqual([...STAGES]);
    expect(new Set(rows.map((row) => row.words)).size).toBe(STAGES.length);
  });

  it('call for the chip only when something was flagged', () => {
    expect(wasFlagged([{ stage: 'tools', verdict: 'pass' }])).toBe(false);
    expect(wasFlagged([{ stage: 'input-guard', verdict: 'flag' }])).toBe(true);
  });
});
