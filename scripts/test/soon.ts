/**
 * What is promised within a second, in milliseconds, on a machine that other work makes ten times as slow. Where the promise
 * is broken nothing ends at all, or only after a time-out that is longer by far.
 */
export const WITHIN_A_SECOND_MS = 10_000;
