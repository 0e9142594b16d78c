import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';

/**
 * A text is compared by its shingles: every run of so many bytes of its letters and digits (UTF-8), without spaces and signs, each
 * digit as 0. Nine bytes are nine Latin letters, four or five Greek or Cyrillic ones, three Chinese ones.
 */
export const SHINGLE_BYTES = 9;
/** Of a shingle's keyed block so much is its mark. What is cut off cannot be turned back, not even with the key. */
export const MARK_BYTES = 6;
/** Of an attack as many marks are kept, the smallest: more tell no better, and a row stays small. */
export const SKETCH_MARKS = 64;
/** A text of fewer shingles is too short to tell from an ordinary question. */
export const FEWEST_SHINGLES = 24;
/** The share of an attack's marks that must stand in a text for the two to be called similar: docs/guards.md has the curve. */
export const LEAST_SHARE = 0.5;
/** No more are remembered: what a message is compared with has an end. */
export const MOST_ATTACKS = 1_000;
/** How often a process looks whether what is remembered has changed. */
export const POLL_MS = 2 * SECOND_MS;
