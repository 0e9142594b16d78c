import 'server-only';
import { fault } from '#faults';
import type { Verdict } from '#lib/contract/stages.ts';
import { cleanCharacters } from './clean-characters.ts';
import { type Answer, collectAnswer } from './collect-answer.ts';
import { holdWords } from './hold-words.ts';
import { holdNumbers, type Numbers } from './numbers/hold-numbers.ts';
import { type LetThrough, letThrough } from './let-through.ts';
import { INPUT_MAX_CHARACTERS, type OutputRule } from './policy.ts';
import { PLACEHOLDER_WORDS } from './neutral-text.ts';
import { isPlain, partAt } from './parts-of.ts';
import { isMark, type Pass, PIECE_START } from './passes.ts';
import type { Addresses } from './redact-word.ts';
import { removeKeys } from './remove-keys.ts';
import { resolveEscapes } from './resolve-escapes.ts';
import { stripMarkup } from './strip-markup.ts';
import { watchText } from './watch-text.ts';
import { naiveCheck, withoutGuard } from './without-guard.ts';

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

/** Characters that the passes take at once: after so many, harmless words may go beside them again. */
const RUN_MAX = 24;

/**
 * Guards one answer while it is written. The result does not depend on how the text is cut into deltas: every pass
 * holds back what it cannot decide yet, one character at a time. Words in which nothing may be
 * wrong go beside the passes (`let-through.ts`).
 * @param hasLane false: through the passes only, which gives the same text, later: for checks
 */
export function createOutputGuard(context: GuardContext, hasLane = true): OutputGuard {
  if (fault('naive-output-check')) return naiveCheck();
  if (fault('output-guard-off')) return withoutGuard();
  const answer = collectAnswer();
  const { passes, first, beside } = chainPasses(context, answer);
  let received = 0;
  let half = '';

  function push(delta: string): GuardedText {
    const whole = half + delta;
    // A pair of surrogates may arrive in two deltas.
    half = endsInHalf(whole) ? whole.slice(-1) : '';
    receiveAll(half === '' ? whole : whole.slice(0, -1));
    const guarded = answer.handOver();
    return guarded.ended ? { ...guarded, findings: answer.takeFindings() } : guarded;
  }
  function receiveAll(text: string): void {
    const hasRoom = received + text.length <= INPUT_MAX_CHARACTERS || fault('answer-without-end');
    if (!hasRoom) beside.close();
    for (let at = 0; at < text.length && !answer.isOver();) {
      const from = hasRoom && hasLane ? beside.take(text, at) : at;
      received += from - at;
      at = from;
      if (at >= text.length) return;
      const part = partAt(text, at, at + RUN_MAX);
      receive(part);
      at += part.length;
    }
  }
  function receive(part: string): void {
    if (answer.isOver()) return;
    const room = fault('answer-without-end') ? part.length : INPUT_MAX_CHARACTERS - received;
    const length = isPlain(part) ? part.length : 1;
    received += length;
    if (length <= room) return first.take(part);
    if (room > 0) first.take(part.slice(0, room));
    answer.finishAs('length', 'length');
  }
  function end(): GuardedText {
    beside.close();
    if (half !== '' && !answer.isOver()) first.take(half);
    half = '';
    for (const pass of passes) if (!answer.isOver()) pass.end();
    return { ...answer.handOver(), findings: answer.takeFindings() };
  }
  return { push, end, findings: answer.takeFindings };
}

function endsInHalf(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xd800 && code < 0xdc00;
}

/** `passes` in order of the text, of which the first takes it. */
type Chain = { first: Pass; passes: readonly Pick<Pass, 'end'>[]; beside: LetThrough };

/** In this order: what one pass removes must not rebuild, for an earlier one, what that one looks for. */
function chainPasses(context: GuardContext, answer: Answer): Chain {
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
  const around = { addresses: context, watch, words, numbers, first: characters.take, isOver };
  const beside = letThrough({ ...around, passes: [characters, escapes, markup, keys, words] });
  return { first: characters, passes: [characters, escapes, markup, keys, words, numbers], beside };
}
