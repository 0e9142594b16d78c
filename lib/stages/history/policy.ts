import 'server-only';

/** Longest title made from a first message, in characters. */
export const TITLE_CHARACTERS = 60;
/** Messages on one page of a conversation, and conversations on one page of the list. */
export const MESSAGE_PAGE = 60;
export const CONVERSATION_PAGE = 40;
/** Earlier messages handed to the prompt, newest kept. */
export const PROMPT_MESSAGES = 16;
/** Cases of one person: how many may wait for an answer at once, and how many may be opened in a rolling day. */
export const CASES_OPEN_MAX = 5;
export const CASES_PER_DAY = 20;
/** When to try again while too many wait: an answer takes a person. In seconds. */
export const CASES_OPEN_RETRY_S = 3_600;
/** Cases on a list: a person's own, and the agents' inbox. */
export const CASE_PAGE = 100;

/** What was sent in one turn, unpacked: more than all calls of a turn can hold. */
export const MAX_SENT_BYTES = 16_000_000;

/** Searches of one person in a window: more than anybody types, each page of a long one counted. */
export const SEARCHES_PER_WINDOW = 180;
export const SEARCH_WINDOW_S = 60;
/**
 * Searches at once, in one process: each holds a connection while it lasts, and everybody else needs one too. Of one person, of
 * everybody, and of one person waiting for a place.
 */
export const SEARCHES_AT_ONCE = { person: 2, process: 4, waiting: 8 } as const;
/** Conversations and messages fetched at a time. The first fetch is smaller: its hits are on their way sooner. */
export const SEARCH_CONVERSATIONS = 100;
export const SEARCH_FIRST_MESSAGES = 250;
export const SEARCH_MESSAGES = 500;
/** A page of a search ends with so many hits, or once it took so long: sooner where it has a hit to show. In milliseconds. */
export const SEARCH_HITS = 20;
export const SEARCH_HIT_MS = 45;
export const SEARCH_PAGE_MS = 400;
/** Characters of a message shown around the first word found. */
export const SNIPPET_BEFORE = 36;
export const SNIPPET_CHARACTERS = 140;
/** How many messages at most are read to reach one that a search found; one further back opens with its branch alone. */
export const REACH_MESSAGES = 600;
