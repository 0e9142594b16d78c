import 'server-only';

/** Rows in a list when the caller names no number. */
export const DEFAULT_LIMIT = 24;

/** Most lines that one search returns. */
export const MAX_LINE_MATCHES = 24;

/** How many questions the first screen offers. */
export const QUESTIONS_SHOWN = 4;
