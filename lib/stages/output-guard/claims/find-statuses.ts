import 'server-only';
import type { Mention } from './mention.ts';
import { CONDITIONS, DENIALS, NOT_YET_AFTER, NOT_YET_BEFORE, STATUS_WORDS } from './status-words.ts';

/** Ends of sentences; the point of "12. November" is none. */
const SENTENCE_END = /(?<=[!?;]|(?<!(?<!\d)\d{1,2})\.)\s+|\n|$/gu;
const INVOICE = /(?<![\d-])\d{4}-\d{1,6}(?![\d-])/gu;
/** Between numbers of one list: commas, "and", links and emphasis around them. */
const LIST_GAP =
  /^(?:[\s,&*_[\]()]|\/invoices\/|and|or|und|oder|y|o|et|ou|invoices?|no\.|nr\.|\d{4}-\d{1,6}){0,12}$/iu;
const WORDS = STATUS_WORDS.map(({ words }) => `(${words.join('|')})`).join('|');
const STATUS = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${WORDS})(?![\\p{L}\\p{N}_])`, 'giu');
const DENIED = new RegExp(`(?<!\\p{L})${DENIALS}(?: [\\p{L}'’]{1,20}){0,2} $`, 'iu');
const CONDITION = new RegExp(`(?<!\\p{L})${CONDITIONS}(?!\\p{L})[^,]*$`, 'iu');
const WISHED = new RegExp(`(?<!\\p{L})${NOT_YET_BEFORE} $`, 'iu');
const WISH_FOLLOWS = new RegExp(`^ ${NOT_YET_AFTER}(?!\\p{L})`, 'iu');
/** "Open the invoice", "to open it": asks for a press, says nothing of a bill. */
const OPENING = /(?<!\p{L})(?:to|can|please|could|may|just|by|then) $/iu;
const OPENED = /^ (?:the|your|it|this|that|a|an|them|\[)/iu;

type Run = { start: number; end: number; numbers: string[] };

/** What the text says of invoices by their number: the statuses in a sentence, each for the number or list nearest to it. */
export function findStatuses(text: string): Mention[] {
  const mentions: Mention[] = [];
  let from = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    const sentence = text.slice(from, end.index);
    const runs = sentence.trimEnd().endsWith('?') ? [] : runsIn(sentence);
    if (runs.length > 0) mentions.push(...statusesIn(sentence, from, runs));
    from = end.index + end[0].length;
  }
  return mentions;
}

/** Invoice numbers; those of one list together. */
function runsIn(sentence: string): Run[] {
  const runs: Run[] = [];
  for (const match of sentence.matchAll(INVOICE)) {
    const end = match.index + match[0].length;
    const last = runs.at(-1);
    const gap = last ? sentence.slice(last.end, match.index) : '';
    if (last && gap.length <= 40 && LIST_GAP.test(gap)) {
      last.end = end;
      last.numbers.push(match[0]);
    } else runs.push({ start: match.index, end, numbers: [match[0]] });
  }
  return runs;
}

function statusesIn(sentence: string, from: number, runs: readonly Run[]): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  for (const match of sentence.matchAll(STATUS)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = sentence.slice(Math.max(0, start - 80), start);
    if (!isStated(match[0], before, sentence.slice(end, end + 12), start)) continue;
    // Runs and words both go forward: the nearest run is the last one before the word or the first one after it.
    while (at + 1 < runs.length && (runs[at + 1]?.start ?? 0) < start) at += 1;
    const [one, next] = [runs[at], runs[at + 1]];
    const distance = (run: Run) => (run.start > end ? run.start - end : start - run.end);
    const run = one && next && distance(next) < distance(one) ? next : one;
    if (!run) continue;
    const says = STATUS_WORDS[match.slice(1).findIndex((group) => group !== undefined)]?.says ?? [];
    const numbers = [...new Set(run.numbers)];
    mentions.push({
      kind: 'status',
      start: from + start,
      end: from + end,
      says,
      denied: DENIED.test(before),
      numbers,
    });
  }
  return mentions;
}

function isStated(word: string, before: string, after: string, start: number): boolean {
  if (CONDITION.test(before) || WISHED.test(before) || WISH_FOLLOWS.test(after)) return false;
  if (word.toLowerCase() !== 'open') return true;
  return !OPENING.test(before) && !OPENED.test(after) && !(start < 4 && word === 'Open' && after[0] === ' ');
}
