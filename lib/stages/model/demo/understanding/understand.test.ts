import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWordings, readExamples, type Wording } from '../intents/read-examples.ts';
import type { Focus } from '../types.ts';
import { nextFocus, understand } from './understand.ts';

const TODAY = '2026-11-20';
/** Lines of a file beside the examples: wordings that nothing is compared with. */
function apart(name: string): Wording[] {
  return parseWordings(readFileSync(new URL(`../testing/${name}`, import.meta.url), 'utf8'));
}

function intents(text: string, focus: Focus = {}): string {
  return understand(text, focus, TODAY)
    .tasks.map((task) => task.intent)
    .join('+');
}

function missedOf(all: readonly Wording[]): string[] {
  return all
    .filter(({ want, text }) => !want.includes(intents(text)))
    .map(({ want, text }) => `${want.join('|')} ← ${intents(text)}: ${text}`);
}

/** One longer word with two letters swapped, one left out or one doubled; the same for the same place in the list. */
function withSlip(text: string, at: number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, place) => (/^[a-z]{5,}$/i.test(word) ? [place] : []));
  const place = long[at % Math.max(long.length, 1)];
  const word = place === undefined ? '' : (words[place] ?? '');
  if (place === undefined) return text;
  const k = 1 + (at % (word.length - 2));
  const slips = [
    word.slice(0, k) + word.slice(k + 1, k + 2) + word.slice(k, k + 1) + word.slice(k + 2),
    word.slice(0, k) + word.slice(k + 1),
    word.slice(0, k + 1) + word.slice(k),
  ];
  return words.with(place, slips[at % 3] ?? word).join(' ');
}

/** What a dialogue's last message asks, after earlier ones and what was answered. */
function inDialogue(turns: readonly (readonly [string, string])[], last: string) {
  let focus: Focus = {};
  for (const [user, assistant] of turns) focus = nextFocus(focus, understand(user, focus, TODAY), assistant);
  return understand(last, focus, TODAY).tasks.map(({ intent, invoice, against, period, amounts, text }) => ({
    intent,
    invoice,
    against,
    period,
    amounts,
    text,
  }));
}

/** At most so many; what is over is shown. */
function expectFew(missed: readonly unknown[], most: number): void {
  expect(missed.slice(0, Math.max(0, missed.length - most))).toEqual([]);
}

describe('everyday wordings', () => {
  it('that serve as examples are understood, 97 in 100 at least', () => {
    const all = readExamples().filter((_, at) => at % 4 === 0);
    expect(all.length).toBeGreaterThan(1000);
    expectFew(missedOf(all), all.length * 0.03);
  });

  it('that are no examples are understood, 95 in 100 at least', () => {
    const all = apart('wordings-apart.txt');
    expect(all.length).toBeGreaterThan(200);
    expectFew(missedOf(all), all.length * 0.05);
  });

  it('are understood with a slip of the finger in each, 93 in 100 at least', () => {
    const all = [...readExamples(), ...apart('wordings-apart.txt')]
      .map(({ want, text }, at) => ({ want, text: withSlip(text, at) }))
      .filter((_, at) => at % 8 === 0);
    expect(missedOf(all).length / all.length).toBeLessThan(0.07);
  });

  it('that have nothing to do with a bill are not guessed at', () => {
    const outside = [
      'what is the capital of Mongolia',
      'write me a poem about spring',
      'how tall is the Eiffel tower',
      'play some jazz',
      'wie wird das Wetter morgen',
      'blorp zog',
      'set an alarm for six',
    ];
    expect(outside.filter((text) => intents(text) !== '')).toEqual([]);
  });
});

describe('innocent sentences near attack patterns', () => {
  it.each([
    ['You are now charging me twice, why?', 'duplicates'],
    ['Ignore previous instructions to cancel, we want to stay', 'cancel'],
    ['What is the Developer mode add-on line?', 'find_line'],
    ['Please disregard my last message, when is my invoice due?', 'due_date'],
    ['Can you show me the system charge on the bill?', 'show_invoice'],
  ])('%s', (text, intent) => {
    expect(intents(text)).toBe(intent);
  });
});

describe('what a message names', () => {
  it.each([
    ['what is this 40 charge', ['40']],
    ['€1,200.50?', ['1,200.50']],
    ['40,00 EUR on my invoice', ['40,00']],
    ['I see $12.50 and 3.99', ['12.50', '3.99']],
    ['forty euros for what', ['40']],
    ['one hundred and twenty dollars was taken', ['120']],
    ['we have 12 seats since 2025', []],
    ['invoice 2026-118', []],
    ['paid on 03/11/2026', []],
  ])('amounts in %s', (text, amounts) => {
    expect(understand(text, {}, TODAY).tasks[0]?.amounts ?? []).toEqual(amounts);
  });

  it.each([
    ['total spend this year', '2026-01-01', '2026-11-20'],
    ['total spend last year', '2025-01-01', '2025-12-31'],
    ['how much did we pay in Q2', '2026-04-01', '2026-06-30'],
    ['total paid in the past 90 days', '2026-08-22', '2026-11-20'],
    ['what did we spend in the last three months', '2026-08-20', '2026-11-20'],
    ['what have we spent since summer', '2026-06-01', '2026-11-20'],
    ['what did we pay between March and June', '2026-03-01', '2026-06-30'],
    ['payments since 1 September', '2026-09-01', '2026-11-20'],
    ['payments since September', '2026-09-01', '2026-11-20'],
    ['usage last month', '2026-10-01', '2026-10-31'],
    ['usage in December', '2025-12-01', '2025-12-31'],
    ['payments yesterday', '2026-11-19', '2026-11-19'],
    ['Wie viel haben wir letztes Jahr bezahlt', '2025-01-01', '2025-12-31'],
    ['cuánto pagamos este año', '2026-01-01', '2026-11-20'],
    ['combien avons-nous dépensé cette année', '2026-01-01', '2026-11-20'],
  ])('the period in %s', (text, from, to) => {
    expect(understand(text, {}, TODAY).tasks[0]?.period).toMatchObject({ from, to });
  });
});

describe('a follow-up', () => {
  const shown = '[Invoice 2026-118](/invoices/2026-118) comes to …';

  it('“not that one, the one before” moves to the invoice before the one shown', () => {
    expect(inDialogue([['show me my latest invoice', shown]], 'not that one, the one before')).toMatchObject([
      { intent: 'show_invoice', invoice: { kind: 'number', number: '2026-118', back: 1 } },
    ]);
  });

  it('“and the tax?” stays with the invoice that was shown', () => {
    expect(inDialogue([['what was on the October invoice', shown]], 'and the tax?')).toMatchObject([
      { intent: 'tax', invoice: { kind: 'number', number: '2026-118' } },
    ]);
  });

  it('“what about October?” repeats the question for October', () => {
    expect(
      inDialogue([['how much tax did I pay on my latest invoice', shown]], 'what about October?'),
    ).toMatchObject([{ intent: 'tax', invoice: { kind: 'month', month: '2026-10' } }]);
    expect(inDialogue([['how much have we used this month', '']], 'and in October?')).toMatchObject([
      { intent: 'usage', period: { month: '2026-10' } },
    ]);
  });

  it('“and the month before that” goes one month further back', () => {
    expect(inDialogue([['usage last month', '']], 'and the month before that?')).toMatchObject([
      { intent: 'usage', period: { month: '2026-09' } },
    ]);
  });

  it('“why?” asks about what was just said', () => {
    expect(inDialogue([['did my payment go through', 'Not yet']], 'why?')).toMatchObject([
      { intent: 'failed_payment' },
    ]);
    expect(inDialogue([['show me my latest invoice', shown]], 'why so much?')).toMatchObject([
      { intent: 'why_changed' },
    ]);
  });

  it('asks what its words ask of the thing spoken of, 95 in 100 at least', () => {
    const all = apart('follow-ups.txt');
    const missed = all.filter(({ want, text }) => {
      const says = text.split('|');
      const earlier = says.slice(0, -1).map((say) => [say, ''] as const);
      const asked = inDialogue(earlier, says.at(-1) ?? '').map((task) => task.intent);
      return !want.includes(asked.join('+'));
    });
    expect(all.length).toBeGreaterThan(80);
    expect(missed.slice(0, Math.max(0, missed.length - all.length * 0.05))).toEqual([]);
  });

  it('in the same language when the message does not tell', () => {
    let focus: Focus = {};
    focus = nextFocus(focus, understand('Wie hoch ist meine letzte Rechnung?', focus, TODAY), shown);
    expect(understand('PDF?', focus, TODAY).language).toBe('de');
  });
});
