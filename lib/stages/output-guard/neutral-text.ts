import 'server-only';
import { PLACEHOLDERS } from './policy.ts';

const KEPT = Object.values(PLACEHOLDERS)
  .map((placeholder) => placeholder.slice(1, -' removed]'.length))
  .join('|');
const MARKUP = /[[\]<]/;
const OPENING = new RegExp(`\\[(?!(?:${KEPT}) removed\\])`, 'g');
const CLOSING_BRACKET = new RegExp(`(?<!\\[(?:${KEPT}) removed)\\]`, 'g');
/** Any of our own placeholders, for splitting a text at them. */
export const PLACEHOLDER = new RegExp(`(\\[(?:${KEPT}) removed\\])`);

/** Joiners and selectors that lost a neighbour to a placeholder. */
export const HANGING =
  /^[\u200c-\u200d\ufe0e-\ufe0f\u{e0020}-\u{e007f}]+|[\u200c-\u200d\ufe0e-\ufe0f\u{e0020}-\u{e007f}]+$/gu;

/** What stands between the brackets of our own placeholders. */
export const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  KEPT.split('|').map((kept) => `${kept} removed`),
);

/** Text in which no markup can begin; our own placeholders stay, kept apart from what would make them a link. */
export function neutral(text: string): string {
  if (!MARKUP.test(text)) return text;
  const flat = text.replace(OPENING, '(').replace(CLOSING_BRACKET, ')').replaceAll('<', '‹');
  return flat.replaceAll('![', '! [').replace(/\](?=[([:])/g, '] ');
}
