import 'server-only';

/** Longest title made from a first message, in characters. */
export const TITLE_CHARACTERS = 60;
/** Messages on one page of a conversation, and conversations on one page of the list. */
export const MESSAGE_PAGE = 60;
export const CONVERSATION_PAGE = 40;
/** Earlier messages handed to the prompt, newest kept. */
export const PROMPT_MESSAGES = 16;
