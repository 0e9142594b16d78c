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
