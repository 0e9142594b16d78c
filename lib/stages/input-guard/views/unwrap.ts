import 'server-only';

const MARKUP = /<[a-z!/]|\[\/\/\]|\]\(|\/\*/i;
/** How comments open and close. `[//]: # (…)` is markdown's. */
const COMMENTS = [
  { open: '<!--', close: '-->' },
  { open: '/*', close: '*/' },
  { open: '[//]: # (', close: ')' },
  { open: '[//]: # "', close: '"' },
] as const;
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;
const LINK = /!?\[([^[\]\n]{0,400})\]\([^()\s]{0,400}\)/g;

/**
 * Two more readings of a text with markup: without its comments and tags, so that they cannot part a word, and what its
 * comments say. Empty where there is no markup.
 */
export function unwrap(text: string): readonly string[] {
  if (!MARKUP.test(text)) return [];
  const said: string[] = [];
  let bare = text;
  for (const { open, close } of COMMENTS) bare = takeOut(bare, open, close, said);
  bare = bare.replace(TAG, '').replace(LINK, '$1');
  return [bare, said.join('\n')].filter((view) => view !== '' && view !== text);
}

/** One pass from left to right: each character is looked at once, however many comments open and never close. */
function takeOut(text: string, open: string, close: string, said: string[]): string {
  let kept = '';
  let at = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    kept += text.slice(at, start);
    said.push(text.slice(start + open.length, end));
    at = end + close.length;
  }
  return kept + text.slice(at);
}
