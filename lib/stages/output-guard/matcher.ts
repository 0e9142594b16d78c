import 'server-only';

/**
 * Takes the squashed stream one code at a time. Answers how many of the last characters a match may still begin with,
 * or `MATCHED`.
 */
export type Matcher = (code: number) => number;
export const MATCHED = -1;
