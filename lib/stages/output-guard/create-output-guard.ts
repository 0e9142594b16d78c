import 'server-only';
import type { Verdict } from '#lib/contract/stages.ts';
import { cleanCharacters } from './clean-characters.ts';
import { holdWords } from './hold-words.ts';
import { holdNumbers, type Numbers } from './numbers/hold-numbers.ts';
import { CLOSING, INPUT_MAX_CHARACTERS, OUTPUT_RULES, type OutputRule } from './policy.ts';
import { PLACEHOLDER_WORDS } from './neutral-text.ts';
import { eachPart, eachWord, isPlain } from './parts-of.ts';
import { isMark, type Pass, PIECE_START } from './passes.ts';
import type { Addresses } from './redact-word.ts';
import { removeKeys } from './remove-keys.ts';
import { resolveEscapes } from './resolve-escapes.ts';
import { shownText } from './shown-text.ts';
import { stripMarkup } from './strip-markup.ts';
import { watchText } from './watch-text.ts';

/** `emails` and `numbers`: the viewer's own and the published ones; every other is removed. The former may grow during an answer. */
export type GuardContext = Addresses &
  Numbers & {
    readonly canary: string;
    /** Texts an answer must not recite. Hand in the same array each time: what is derived from it is kept. */
    readonly passages: readonly string[];
  };

/** A rule that applied; each is reported once per answer, with its end, in the order of the table. Never content. */
export type Finding = { readonly rule: OutputRule; readonly verdict: Verdict; readonly reason: string };
/** `text` may be shown. Once `ended` is set the answer is over: stop reading the model. */
export type GuardedText = { text: string; findings: Finding[]; ended?: 'blocked' | 'length' };
/** `findings`: what was found and not yet reported, for an answer that is broken off. */
export type OutputGuard = {
  push: (delta: string) => GuardedText;
  end: () => GuardedText;
  findings: () => Finding[];
};

/**
 * Guards one answer while it is written. The result does not depend on how the text is cut into deltas: every pass
 * holds back what it cannot decide yet, one character at a time. Text in which nothing may be wrong is let go word by
 * word.
 */
export function createOutputGuard(context: GuardContext): OutputGuard {
  const answer = collectAnswer();
  const passes = chainPasses(context, answer);
  const [first] = passes;
  let received = 0;
  let half = '';

  function push(delta: string): GuardedText {
    const whole = half + delta;
    // A pair of surrogates may arrive in two deltas.
    half = endsInHalf(whole) ? whole.slice(-1) : '';
    eachPart(half === '' ? whole : whole.slice(0, -1), receive);
    const guarded = answer.handOver();
    return guarded.ended ? { ...guarded, findings: answer.takeFindings() } : guarded;
  }
  function receive(part: string): void {
    if (answer.isOver()) return;
    const room = INPUT_MAX_CHARACTERS - received;
    const length = isPlain(part) ? part.length : 1;
    received += length;
    if (length <= room) return first.take(part);
    if (room > 0) first.take(part.slice(0, room));
    answer.finishAs('length', 'length');
  }
  function end(): GuardedText {
    if (half !== '') first.take(half);
    half = '';
    for (const pass of passes) if (!answer.isOver()) pass.end();
    return { ...answer.handOver(), findings: answer.takeFindings() };
  }
  return { push, end, findings: answer.takeFindings };
}

const IN_ORDER = Object.keys(OUTPUT_RULES).filter(isRule);

function isRule(name: string): name is OutputRule {
  return Object.hasOwn(OUTPUT_RULES, name);
}

function endsInHalf(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xd800 && code < 0xdc00;
}

/** In this order: what one pass removes must not rebuild, for an earlier one, what that one looks for. */
function chainPasses(context: GuardContext, answer: Answer): [Pass, ...Pick<Pass, 'end'>[]] {
  const { found, finishAs, isOver } = answer;
  const watch = watchText(context);
  const numbers = holdNumbers(context, answer);
  const words = holdWords(context, watch, numbers);
  let isInPiece = false;
  const watched = (part: string): void => {
    if (isOver()) return;
    if (isMark(part)) isInPiece = part === PIECE_START;
    // A placeholder is no part of what is watched for: it parts what stands before it from what follows.
    const isPlaceholder = isInPiece && PLACEHOLDER_WORDS.has(part);
    if (isPlaceholder) watch.pass(part);
    const match = isMark(part) || isPlaceholder ? undefined : watch.take(part);
    if (!match) return words.take(part);
    // What completes a match is not shown; what stood before it may be.
    if (match.at > 0) words.take(part.slice(0, match.at));
    finishAs('blocked', match.rule);
  };
  const keys = removeKeys(watched, found);
  const markup = stripMarkup(keys.take, found);
  const escapes = resolveEscapes(markup.take, (part) => characters.take(part));
  const characters = cleanCharacters(escapes.take, found);
  return [characters, escapes, markup, keys, words, numbers];
}

type Answer = ReturnType<typeof collectAnswer>;

/** What may be shown, what was found, and whether the answer is over. */
function collectAnswer() {
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
  function showWords(words: string): void {
    if (shown.hasRoom(words.length)) return show(words);
    eachWord(words, (word, space) => {
      show(word);
      show(space);
    });
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
