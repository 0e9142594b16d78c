import type { Episode, Sent } from '../episode/episode.ts';
import { readJson } from './decisions.ts';
import type { Invariant } from './finding.ts';
import { textOf } from './words.ts';

type Figure = { start: number; end: number; raw: string; key: string };
type Marked = { start: number; end: number; verified: boolean };

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?`;
const AMOUNT = new RegExp(
  `(?:[€$£]|\\bEUR|\\bUSD) ?(${NUMBER})(?![\\d.,]*\\d)|(?<![\\d.,])(${NUMBER}) ?€`,
  'g',
);
const DAY = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const LONG_DAY =
  /(?<![\d.,-])(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})(?!\d)/g;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * Every amount and day that an answer states was looked up, typed by the person, or is marked as unverified. Reads figures by a
 * few plain patterns of its own: fewer notations than the code knows, and no code shared with it.
 */
export const figuresAreTrueOrMarked: Invariant = (episode) =>
  [...Map.groupBy(episode.sent, ({ turn }) => turn)].flatMap(([turn, sent]) =>
    turn !== 0 && isComplete(sent) ? unmarkedIn(episode, turn, sent) : [],
  );

function isComplete(sent: readonly Sent[]): boolean {
  return sent.some(({ event, text }) => event === 'done' && text.includes('"finish":"stop"'));
}

function unmarkedIn(episode: Episode, turn: number, sent: readonly Sent[]): string[] {
  const text = sent.map(textOf).join('');
  const figures = figuresOf(text);
  if (figures.length === 0) return [];
  const marks = sent.flatMap(marksOf);
  const known = knownTo(episode, sent[0]?.who ?? '');
  const said = saidIn(episode, turn);
  const today = new Date(Date.now() + episode.aheadS * 1_000).toISOString().slice(0, 10);
  return figures.flatMap(({ start, end, raw, key }) => {
    const own = marks.filter((mark) => mark.start < end && start < mark.end);
    const isTrue = known.has(key) || said.has(key) || key === today;
    if (isTrue || own.some(({ verified }) => !verified)) return [];
    return [`turn ${turn} states ${raw}, which nothing holds, as ${own.length > 0 ? 'verified' : 'it is'}`];
  });
}

function marksOf({ event, text }: Sent): Marked[] {
  if (event !== 'claims') return [];
  const { items } = readJson(text);
  return Array.isArray(items) ? items : [];
}

/** Every figure in what this person's pages were sent by tools and cards, in this episode. */
function knownTo(episode: Episode, who: string): Set<string> {
  const known = new Set<string>();
  for (const sent of episode.sent) {
    if (sent.who !== who || !['tool', 'approval', 'card'].includes(sent.event)) continue;
    for (const [, minor = ''] of sent.text.matchAll(/"amountMinor":-?(\d+)/g)) known.add(minor);
    for (const { key } of figuresOf(sent.text)) known.add(key);
  }
  return known;
}

/** Every number of the message that a turn answers: repeating it is no claim. */
function saidIn(episode: Episode, turn: number): Set<string> {
  const prompt = episode.prompts.find((one) => one.turn === turn);
  const message = prompt?.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return new Set([...message.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => minorOf(number)));
}

function figuresOf(text: string): Figure[] {
  const found = (pattern: RegExp, keyOf: (match: RegExpExecArray) => string): Figure[] =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      raw: match[0],
      key: keyOf(match),
    }));
  return [
    ...found(AMOUNT, ([, before, after]) => minorOf(before ?? after ?? '')),
    ...found(DAY, ([day]) => day),
    ...found(LONG_DAY, ([, day = '', month = '', year = '']) =>
      [year, String(MONTHS.indexOf(month) + 1).padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
  ];
}

/** `1.234,50` and `1,234.50` are 123450; `40` is 4000. */
function minorOf(number: string): string {
  const digits = number.replace(/[.,]/g, '');
  return String(Number(/[.,]\d{2}$/.test(number) ? digits : `${digits}00`));
}
