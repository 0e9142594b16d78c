import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '#lib/contract/chat.ts';
import { AnswerText } from './answer-text.tsx';

afterEach(cleanup);

const claim = (text: string, words: string, verified = false): Claim => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind: 'amount', verified };
};
const marks = () => [...document.querySelectorAll('[data-unverified] mark')].map((mark) => mark.textContent);

describe('a figure that equals nothing that was looked up', () => {
  it.each([
    ['in a sentence', 'You owe €12.00 today.', '€12.00'],
    ['in bold', 'You owe **€12.00** today.', '€12.00'],
    ['in a list', '- plan\n- seats: €12.00\n', '€12.00'],
    ['in a table', '| a | b |\n| - | - |\n| x | €12.00 |\n', '€12.00'],
    ['in a link', 'See [€12.00](/invoices).', '€12.00'],
    ['beside an escape', 'A \\* star, then €12.00 and more.', '€12.00'],
    ['in a code block', 'Look:\n\n```\ntotal €12.00\nmore\n```\n', '€12.00'],
    ['in inline code', 'Look: `€12.00` now.', '€12.00'],
    ['in an indented second line', '- seats\n  cost €12.00\n  a month', '€12.00'],
    ['in a quotation of two lines', '> seats\n> cost €12.00', '€12.00'],
    ['in a heading', '## Pay €12.00', '€12.00'],
    ['as a link’s address in words', '<https://x.test/> owes €12.00', '€12.00'],
    ['behind an entity', 'x &lt; y, €12.00 and <', '€12.00'],
    ['beside an entity', 'Tom &amp; Co owe €12.00.', '€12.00'],
  ])('is marked %s', (_where, text, words) => {
    render(<AnswerText text={text} claims={[claim(text, words)]} />);
    expect(marks()).toEqual([words]);
  });

  it('is explained to whoever can’t see the mark, and can be reached by keyboard', () => {
    const text = 'You owe €12.00.';
    render(<AnswerText text={text} claims={[claim(text, '€12.00')]} />);
    const mark = document.querySelector('mark');
    expect(mark?.getAttribute('tabindex')).toBe('0');
    expect(document.getElementById(mark?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Not found in what was looked up',
    );
  });

  it('is the only one that is marked', () => {
    const text = 'You owe €12.00 of €40.00.';
    render(<AnswerText text={text} claims={[claim(text, '€12.00', true), claim(text, '€40.00')]} />);
    expect(marks()).toEqual(['€40.00']);
  });

  it('is the one that was meant where the same words stand twice', () => {
    const text = '\\* it was €12.00,\n  later €12.00 &amp; more';
    const start = text.lastIndexOf('€12.00');
    const second: Claim = { start, end: start + 6, kind: 'amount', verified: false };
    render(<AnswerText text={text} claims={[second]} />);
    expect(marks()).toEqual(['€12.00']);
    expect(document.querySelector('[data-unverified]')?.previousSibling?.textContent).toMatch(/later $/);
  });

  it('is marked in parts where emphasis divides it', () => {
    const text = 'You owe €**12.00** today.';
    render(<AnswerText text={text} claims={[claim(text, '€**12.00')]} />);
    expect(marks()).toEqual(['€', '12.00']);
  });

  it('changes no other letter, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (before, after) => {
        const plain = (value: string) => value.replace(/[^a-zA-Z0-9 ]/g, '');
        const text = `x${plain(before)} 12.00 ${plain(after)}x`;
        const { container } = render(<AnswerText text={text} claims={[claim(text, '12.00')]} />);
        const shown = container.querySelector('p')?.cloneNode(true);
        if (!(shown instanceof HTMLElement)) throw new Error('no paragraph');
        for (const extra of shown.querySelectorAll('sup, .sr-only')) extra.remove();
        expect(shown.textContent?.replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
        cleanup();
      }),
      { numRuns: 100 },
    );
  });

  it('is never something that the text itself claims to be', () => {
    render(<AnswerText text={'<mark>€1</mark> ==€2== <span data-unverified>x</span>'} />);
    expect(document.querySelector('[data-unverified], mark')).toBeNull();
  });
});
