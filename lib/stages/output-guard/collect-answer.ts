import 'server-only';
import type { Finding, GuardedText } from './create-output-guard.ts';
import { isSpace } from './parts-of.ts';
import { CLOSING, OUTPUT_RULES, type OutputRule } from './policy.ts';
import { shownText } from './shown-text.ts';

const IN_ORDER = Object.keys(OUTPUT_RULES).filter(isRule);

function isRule(name: string): name is OutputRule {
  return Object.hasOwn(OUTPUT_RULES, name);
}

export type Answer = ReturnType<typeof collectAnswer>;

/** What may be shown, what was found, and whether the answer is over. */
export function collectAnswer() {
  const reported = new Set<OutputRule>();
  const shown = shownText();
  const unreported = new Set<OutputRule>();
  let closing = '';
  let ended: GuardedText['ended'];

  function found(rule: OutputRule): void {
    if (!reported.has(rule)) unreported.add(rule);
    reported.add(rule);
  }
  function finishAs(how: 'blocked' | 'length', rule: OutputRule): void {
    if (ended) return;
    found(rule);
    ended = how;
    if (how === 'blocked') closing = `${shown.isEmpty() ? '' : '\n\n'}${CLOSING}`;
  }
  function show(piece: string): void {
    const excess = ended ? undefined : shown.add(piece);
    if (excess) finishAs('length', excess);
  }
  /** Looked at where an answer may be too long or without end: at the first word or space that goes so far. */
  function showWords(words: string): void {
    let from = 0;
    while (from < words.length && !ended) {
      const end = wordsEnd(words, from, shown.room());
      const to = end > from ? end : pieceEnd(words, from);
      show(words.slice(from, to));
      from = to;
    }
  }
  function handOver(): GuardedText {
    const text = shown.takeOut() + closing;
    closing = '';
    return ended ? { text, findings: [], ended } : { text, findings: [] };
  }
  /** By the table: a word is judged before the row of digits in front of it is complete, or after, as the text was cut. */
  function takeFindings(): Finding[] {
    const rules = IN_ORDER.filter((rule) => unreported.has(rule));
    unreported.clear();
    return rules.map((rule) => ({ rule, ...OUTPUT_RULES[rule] }));
  }
  return { found, finishAs, show, showWords, handOver, takeFindings, isOver: () => ended !== undefined };
}

/** Where the last word or space ends that ends within so many characters; all of them if they do. */
function wordsEnd(words: string, from: number, room: number): number {
  let end = Math.min(words.length, from + room);
  if (end === words.length) return end;
  while (end > from && !isSpace(words.charCodeAt(end)) && !isSpace(words.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** The end of the word or the space that begins there. */
function pieceEnd(words: string, from: number): number {
  if (isSpace(words.charCodeAt(from))) return from + 1;
  let end = from + 1;
  while (end < words.length && !isSpace(words.charCodeAt(end))) end += 1;
  return end;
}
