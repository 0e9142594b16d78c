import 'server-only';
import type { OutputRule } from './policy.ts';

/** Takes one part of a text as `eachPart` cuts it. Where a text was cut into chunks can't change what a pass makes of it. */
export type Sink = (part: string) => void;
/** One pass over a stream of characters: it holds back what it cannot decide yet, and `end` decides it. */
export type Pass = {
  take: Sink;
  end: () => void;
  /** Whether it waits for nothing, so that harmless words may pass beside it. */
  isIdle: () => boolean;
  /** Goes on after words that passed beside it, the last of whose characters, white space, is given. */
  resume: (last: string) => void;
};
/** Called when a rule applied. */
export type Found = (rule: OutputRule) => void;

/**
 * Private-use characters, which the first pass removes from every answer, mark between later passes where a piece
 * begins and ends that must be shown whole or not at all.
 */
export const PIECE_START = '\ue000';
export const PIECE_END = '\ue001';

export function isMark(part: string): boolean {
  return part === PIECE_START || part === PIECE_END;
}
