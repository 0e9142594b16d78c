import { describe, expect, it } from 'vitest';
import { CONTEXT, HOSTILE as HOSTILE_ANSWERS } from './corpus.test-data.ts';
import { cpuMs, leastOf, onThisCore } from '#scripts/test/cpu-time.ts';
import { createOutputGuard, type GuardedText } from './create-output-guard.ts';
import { HONEST } from './honest.test-data.ts';
import { ANSWER_MAX_CHARACTERS, REPEAT_WINDOW } from './policy.ts';

function guardInChunks(text: string, size = 20): GuardedText & { longestHold: number } {
  const guard = createOutputGuard(CONTEXT);
  let shown = '';
  let longestHold = 0;
  for (let from = 0; from < text.length; from += size) {
    const { text: more, ended } = guard.push(text.slice(from, from + size));
    shown += more;
    if (ended) break;
    longestHold = Math.max(longestHold, Math.min(text.length, from + size) - shown.length);
  }
  const last = guard.end();
  return { ...last, text: shown + last.text, longestHold };
}

/** How much would still come if the answer ended there, after each of its characters. */
function heldAfterEach(text: string): number[] {
  return Array.from(text, (_, index) => {
    const guard = createOutputGuard(CONTEXT);
    guard.push(text.slice(0, index + 1));
    return guard.end().text.length;
  });
}

describe('time to what a person sees', () => {
  it('holds back no more than the word or link being written', () => {
    const { longestHold } = guardInChunks(
      'Your plan has twelve seats, one of them was added on 12 Nov 2026 for €20.00 a month. '.repeat(9),
      1,
    );
    expect(longestHold).toBeLessThanOrEqual(24);
    expect(guardInChunks(HONEST.join('\n\n'), 1).longestHold).toBeLessThanOrEqual(64);
  });

  it('holds back at most 64 characters at the 99th percentile of honest answers, and 512 of any', () => {
    const honest = [...HONEST, HONEST.join('\n\n')].flatMap(heldAfterEach).toSorted((a, b) => a - b);
    expect(honest.length).toBeGreaterThan(1_000);
    expect(honest[Math.floor(honest.length * 0.99)]).toBeLessThanOrEqual(64);
    const hostile = HOSTILE_ANSWERS.flatMap(({ text }) => heldAfterEach(text));
    expect(Math.max(...hostile)).toBeLessThanOrEqual(512);
  });

  it('lets text go at once when nothing in it can be wrong', () => {
    expect(createOutputGuard(CONTEXT).push('Your latest invoice is ').text).toBe('Your latest invoice is ');
  });
});

describe('answers without end', () => {
  it.each(['ha', 'I am sorry. ', 'Your invoice is €90.00.\n', '\n', '- x@y.test\n', '| --- '])(
    'stops when %j repeats for ever',
    (piece) => {
      const { text, ended } = guardInChunks(piece.repeat(20_000));
      expect(ended).toBe('length');
      expect(text.length).toBeLessThan(REPEAT_WINDOW * 2.5);
    },
  );

  it('stops at the cap, on a word', () => {
    const long = Array.from({ length: 4_000 }, (_, index) => `seat ${index * 7919}`).join(' ');
    const { text, ended } = guardInChunks(long);
    expect(ended).toBe('length');
    expect(text.length).toBeLessThanOrEqual(ANSWER_MAX_CHARACTERS);
    expect(long.startsWith(text)).toBe(true);
  });

  it('stops reading a model that sends nothing one may show', () => {
    const guard = createOutputGuard(CONTEXT);
    expect(guard.push('\u200b'.repeat(60_000))).toMatchObject({ text: '', ended: 'length' });
    expect(guard.push('more')).toEqual({ text: '', findings: [], ended: 'length' });
  });

  it('lets a long table be', () => {
    const table = Array.from(
      { length: 150 },
      (_, row) => `| Seat ${row} | €${row}.00 | ${'-'.repeat(20)} |`,
    ).join('\n');
    expect(guardInChunks(table)).toMatchObject({ text: table, findings: [] });
  });
});

describe('time of the guard', () => {
  const HOSTILE = [
    '[',
    '![',
    '<',
    '<a ',
    '&',
    '&amp;',
    '\\',
    'a@',
    'a@b.',
    'x.y-',
    '-----BEGIN ',
    'eyJ',
    'https://',
    '](/x',
    'You help one ',
    '👩\u200d',
    '漢',
    '[a]',
  ];

  /** Milliseconds for so many answers in full, each cut off by a cap, as a model that never stops would send them. */
  function answersMs(piece: string, answers: number): number {
    const text = piece.repeat(Math.ceil(700 / piece.length)).slice(0, 700);
    const start = cpuMs();
    for (let answer = 0; answer < answers; answer += 1) {
      const guard = createOutputGuard(CONTEXT);
      // A word of another kind now and then keeps the repetition guard from ending the answer.
      for (let from = 0; from < 12_000; from += 700) guard.push(`${text} ${from} `);
      guard.end();
    }
    return cpuMs() - start;
  }

  it.each(HOSTILE)('stays under 50 ms for 12,000 characters of %j', (piece) => {
    answersMs(piece, 2);
    expect(leastOf(25, () => answersMs(piece, 1) - onThisCore(50))).toBeLessThan(0);
  });

  it.each(HOSTILE)('takes %j without a break in time that grows with its length only', (piece) => {
    const wholeMs = (size: number): number => {
      const times = [0, 1, 2, 3].map(() => {
        const guard = createOutputGuard({ ...CONTEXT, passages: [] });
        const start = cpuMs();
        // Digits that never repeat keep the repetition guard from ending the answer.
        for (let from = 0; from < size; from += 200)
          guard.push(piece.repeat(200 / piece.length) + from * 7919);
        guard.end();
        return cpuMs() - start;
      });
      return Math.min(...times);
    };
    wholeMs(10_000);
    const excess = () => wholeMs(10_000) - (wholeMs(5_000) * 2.5 + 10);
    expect(leastOf(25, excess)).toBeLessThan(0);
  });
});
