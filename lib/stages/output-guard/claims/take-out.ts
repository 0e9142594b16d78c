import 'server-only';

/**
 * Walks every match once. Where `take` returns true the match is blanked, so that no later pattern sees it; the result
 * has the same length.
 */
export function takeOut(text: string, pattern: RegExp, take: (match: RegExpExecArray) => boolean): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (!take(match)) continue;
    const [whole] = match;
    parts.push(text.slice(from, match.index), ' '.repeat(whole.length));
    from = match.index + whole.length;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}
