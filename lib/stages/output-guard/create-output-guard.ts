import 'server-only';
import type { Verdict } from '#lib/contract/stages.ts';
import { cleanCharacters } from './clean-characters.ts';
import { holdWords } from './hold-words.ts';
import { CLOSING, INPUT_MAX_CHARACTERS, OUTPUT_RULES, type OutputRule } from './policy.ts';
import { removeKeys } from './remove-keys.ts';
import { resolveEscapes } from './resolve-escapes.ts';
import { stripMarkup } from './strip-markup.ts';
import { watchLength } from './watch-length.ts';

export type GuardContext = {
  /** The viewer's own addresses and the published ones; every other address is removed. */
  readonly ownEmails: readonly string[];
  readonly allowedEmails: readonly string[];
  readonly canary: string;
  /** Texts an answer must not recite. Hand in the same array each time: what is derived from it is kept. */
  readonly passages: readonly string[];
};

/** A rule that applied; each rule is reported once per answer. Never content. */
export type Finding = { readonly rule: OutputRule; readonly verdict: Verdict; readonly reason: string };
/** `text` may be shown. Once `ended` is set the answer is over: stop reading the model. */
export type GuardedText = { text: string; findings: Finding[]; ended?: 'blocked' | 'length' };
export type OutputGuard = { push: (delta: string) => GuardedText; end: () => GuardedText };

/**
 * Guards one answer while it is written. The result does not depend on how the text is cut into deltas: every pass
 * takes one code point at a time and holds back what it cannot decide yet. Text in which nothing may be wrong is let
 * go word by word.
 */
export function createOutputGuard(context: GuardContext): OutputGuard {
  const reported = new Set<OutputRule>();
  let findings: Finding[] = [];
  let text = '';
  let shown = 0;
  let received = 0;
  let half = '';
  let ended: GuardedText['ended'];

  const found = (rule: OutputRule): void => {
    if (!reported.has(rule)) findings.push({ rule, ...OUTPUT_RULES[rule] });
    reported.add(rule);
  };
  const finishAs = (end: 'blocked' | 'length', rule: OutputRule): void => {
    if (ended) return;
    found(rule);
    ended = end;
    if (end === 'blocked') text += `${shown + text.length > 0 ? '\n\n' : ''}${CLOSING}`;
  };
  const allowedEmails = new Set(
    [...context.ownEmails, ...context.allowedEmails].map((email) => email.toLowerCase()),
  );
  const mayShow = watchLength();
  const show = (piece: string): void => {
    const excess = ended ? undefined : mayShow(piece);
    if (excess) finishAs('length', excess);
    if (!ended) text += piece;
  };

  const words = holdWords({ ...context, allowedEmails }, show, found, (rule) => finishAs('blocked', rule));
  const keys = removeKeys(words.take, found);
  const markup = stripMarkup(keys.take, found);
  const escapes = resolveEscapes(markup.take, (character) => characters.take(character));
  const characters = cleanCharacters(escapes.take, found);
  const passes = [characters, escapes, markup, keys, words] as const;

  function handOver(): GuardedText {
    const guarded: GuardedText = ended ? { text, findings, ended } : { text, findings };
    shown += text.length;
    text = '';
    findings = [];
    return guarded;
  }
  function push(delta: string): GuardedText {
    const whole = half + delta;
    // A pair of surrogates may arrive in two deltas.
    half = /[\ud800-\udbff]$/.exec(whole)?.[0] ?? '';
    for (const character of half === '' ? whole : whole.slice(0, -1)) {
      if (ended) break;
      received += 1;
      if (received > INPUT_MAX_CHARACTERS) finishAs('length', 'length');
      else characters.take(character);
    }
    return handOver();
  }
  function end(): GuardedText {
    if (half !== '' && !ended) found('hidden');
    for (const pass of passes) if (!ended) pass.end();
    return handOver();
  }
  return { push, end };
}
