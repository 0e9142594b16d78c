import { describe, expect, it } from 'vitest';
import { featuresOf, knownShare, type Sample } from './features.ts';
import { learn } from './learn.ts';
import { isIntent } from './read-examples.ts';
import { readFollowUps } from './read-follow-ups.ts';

const sample = (text: string): Sample => ({ words: text.split(' '), concepts: new Set() });
const examples = [
  ['what do i owe you', 'owe'],
  ['how much is still open', 'owe'],
  ['is anything unpaid', 'owe'],
  ['when does the contract end', 'renewal'],
  ['until when does it run', 'renewal'],
  ['when is the renewal', 'renewal'],
].map(([text = '', label = '']) => ({ features: featuresOf(sample(text)), label }));

function best(text: string): string | undefined {
  const { guess } = learn(examples);
  return [...guess(featuresOf(sample(text)))].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

describe('what is learned from examples', () => {
  it('answers for wordings that stand nowhere among them', () => {
    expect(best('anything open still')).toBe('owe');
    expect(best('when does it end')).toBe('renewal');
  });

  it('is the same for the same examples', () => {
    const features = featuresOf(sample('is the contract open'));
    expect([...learn(examples).guess(features)]).toEqual([...learn(examples).guess(features)]);
  });

  it('gives chances that sum to one', () => {
    const chances = [
      ...learn(examples)
        .guess(featuresOf(sample('open until when')))
        .values(),
    ];
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });

  it('counts for less the fewer words are known', () => {
    const { knows } = learn(examples);
    expect(knownShare(sample('still open'), knows)).toBe(1);
    expect(knownShare(sample('still sesquipedalian'), knows)).toBe(0.5);
    expect(knownShare(sample('purple monkeys'), knows)).toBe(0);
  });

  it('knows a word by its ending, by half', () => {
    const { knows } = learn([{ features: featuresOf(sample('Jahrespreis')), label: 'price' }]);
    expect(knownShare(sample('Monatspreis'), knows)).toBe(0.5);
  });
});

describe('the follow-ups that serve as examples', () => {
  it('follow questions that there are, and ask such', () => {
    const all = readFollowUps();
    expect(all.length).toBeGreaterThan(800);
    expect(
      all.filter(({ after, want, text }) => after.length === 0 || !isIntent(want) || text.trim() === ''),
    ).toEqual([]);
  });
});
