import 'server-only';
import type { OutputRule } from './policy.ts';

/** Takes one code point. Passes are chained by sinks, so no result can depend on how a text was cut into chunks. */
export type Sink = (character: string) => void;
/** One pass over a stream of characters: it holds back what it cannot decide yet, and `end` decides it. */
export type Pass = { take: Sink; end: () => void };
/** Called when a rule applied. */
export type Found = (rule: OutputRule) => void;

/**
 * Private-use characters, which the first pass removes from every answer, mark between later passes where a piece
 * begins and ends that must be shown whole or not at all.
 */
export const PIECE_START = '\ue000';
export const PIECE_END = '\ue001';

export function isMark(character: string): boolean {
  return character === PIECE_START || character === PIECE_END;
}
