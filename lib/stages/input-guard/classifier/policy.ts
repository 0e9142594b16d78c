import 'server-only';

/** Places of the table of weights: with a mark and a weight each, six and four bits, and the network beside them, the file stays under 256 KB. */
export const PLACES = 153_600;
/** So many of them, the last, are for what words are about; the others for the words and letters themselves. */
export const CONCEPT_PLACES = 30_000;
/** Features whose hashes lead to one place: a mark says which of them has it. All others weigh nothing. */
export const MARKS = 64;
/** Weights are told apart in so many steps, each a signed byte. */
export const LEVELS = 16;
/** A text is judged by its worst stretch of so many tokens: an attack between innocent questions is not averaged away. */
export const WINDOW_TOKENS = 24;
/** Of a sentence longer than that, a stretch of at least so many tokens: fewer say too little of what they are part of. */
export const LEAST_TOKENS = 10;
/** A line's end ends a sentence of at least so many tokens: people end questions with their line. One word a line hides a sentence. */
export const LINE_TOKENS = 3;
/** A token ends after so much of a run without spaces, so that Chinese, Thai and glued words have windows too. */
export const RUN_LENGTH = 12;
/** So many first letters, of Korean syllables, stand for a word where it counts together with others: what follows is mostly its ending. */
export const STEM_LETTERS = 5;
export const STEM_SYLLABLES = 2;
/** Words longer than this are no words. */
export const WORD_LENGTH = 28;
/** Units the network has numbers for (whole blocks of `unit-table.ts`), each under one of so many marks, and how many numbers stand for one. */
export const UNIT_PLACES = 11_264;
export const UNIT_MARKS = 256;
export const VECTOR_LENGTH = 8;
/** What the network looks for around each unit: so many small patterns, so many units wide. */
export const PATTERNS = 16;
export const PATTERN_REACH = 5;
/** And what it looks for among units and patterns: so many filters over so many units in a row, judged together by so many hidden units. */
export const FILTERS = 64;
export const FILTER_REACH = 3;
export const HIDDEN = 16;
/** It reads the first units of a stretch, which has two dozen unless it is made of punctuation. */
export const STRETCH_UNITS = 120;
/** What the network says counts by so much, and moves a score by at most so much either way. */
export const NETWORK_SHARE = 0.5;
export const NETWORK_LIMIT = 2;
/**
 * The one threshold: above it a message is flagged. The lowest of those tried at which fewer than one in a thousand ordinary
 * customers' questions, five in a hundred full of trigger words and two in a hundred made of an attack's own words were flagged, and no
 * honest sentence of our tests (docs/guards.md).
 */
export const THRESHOLD = 0.7;
/**
 * Between these a tenant may have a threshold of its own: the ends of the measured curve at which a guard is still one. Lower flags
 * more. The database refuses anything else too (`tenant_guard_threshold`).
 */
export const THRESHOLD_BOUNDS = { least: 0, most: 3 } as const;
