import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeEvaluation } from './describe-evaluation.ts';
import { evaluate } from './evaluate.ts';
import { GENERATED_SETS, makeSet } from './generated-sets.ts';
import { readSamples } from './read-samples.ts';
import { half, scoreSamples } from './score-samples.ts';
import { scoreSets } from './score-sets.ts';
import { shareOf } from './wilson.ts';

const folder = mkdtempSync(join(tmpdir(), 'pii-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (...lines: unknown[]): string => {
  const file = join(folder, 'set.jsonl');
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
};
const refusal = (file: string): string => {
  try {
    readSamples(file);
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.message.replace(folder, '') : String(error);
  }
};

describe('the generated sets', () => {
  it.each(scoreSets(20_261_126, 1_000))('$name: $measure within the target', ({ result, isMet }) => {
    expect(isMet, JSON.stringify(result)).toBe(true);
  });

  it('are the same for the same seed, and others for another', () => {
    for (const set of GENERATED_SETS) {
      expect(makeSet(set, 7, 20)).toEqual(makeSet(set, 7, 20));
      expect(makeSet(set, 7, 20)).not.toEqual(makeSet(set, 8, 20));
    }
  });
});

describe('a file of labelled texts', () => {
  const text = 'card 4242424242424242, call 212-555-0143';

  it('is scored by kind: what is found whole, what is right, over templates', () => {
    const file = fileOf(
      { text, spans: [['CREDIT_CARD', 5, 21], ['PHONE_NUMBER', 28, 40], ['PERSON', 0, 4]], template_id: 1 }, // prettier-ignore
      { text, spans: [['CREDIT_CARD', 4, 21]], template_id: 2 },
    );
    const scores = scoreSamples(readSamples(file));
    expect(scores.map(({ kind, recall, precision }) => [kind, recall.count, recall.of, precision.count, precision.of])).toEqual([
      ['card_number', 1, 2, 2, 2],
      ['phone', 1, 1, 1, 2],
    ]); // prettier-ignore
    expect(scores[0]?.templates).toEqual({ count: 2, recall: 0.5, worst: '2' });
  });

  it('is refused by file and line, without a word of its text', () => {
    expect(refusal(join(folder, 'none'))).toBe('/none cannot be read.');
    expect(refusal(fileOf({ text, spans: [] }, 'no json'))).toBe('/set.jsonl:2 is not {"text", "spans": [[type, start, end]], "template_id"}.');
    expect(refusal(fileOf({ text, spans: [['CREDIT_CARD', 5, 400]] }))).toBe('/set.jsonl:1 has a span outside its text.');
  }); // prettier-ignore

  it('is halved by template: no template stands on both sides', () => {
    const samples = Array.from({ length: 200 }, (_, index) => ({
      text,
      spans: [],
      template: String(index % 40),
    }));
    const [one, other] = [half(samples, 0), half(samples, 1)];
    expect(one.length + other.length).toBe(200);
    expect(Math.min(one.length, other.length)).toBeGreaterThan(40);
    expect(one.filter(({ template }) => other.some((sample) => sample.template === template))).toEqual([]);
  });

  it('is told with its intervals and the time of one text', () => {
    const evaluation = evaluate({
      files: [fileOf({ text, spans: [['CREDIT_CARD', 5, 21]] })],
      seed: 1,
      size: 3,
    });
    const told = describeEvaluation(evaluation, false);
    expect(told).toContain('card_number    found 100.0 % (1 of 1; 95 %: 20.7 % to 100.0 %)');
    expect(told).toMatch(/1 texts, [\d.]+ µs each/);
    expect(told).not.toContain('\u001b');
  });
});

describe('the Wilson interval', () => {
  it('has the values of the literature', () => {
    const { share, low, high } = shareOf(81, 263);
    expect([share, low, high].map((value) => value.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662']);
    expect(shareOf(0, 10).low).toBe(0);
    expect(shareOf(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: 0, low: 0, high: 1 });
  });
});
