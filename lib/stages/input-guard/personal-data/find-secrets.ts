import 'server-only';
import { PEM_BLOCK, SECRET_SHAPES } from '#lib/kernel/secret-shapes.ts';
import { findAssignedSecrets } from './find-assigned-secrets.ts';
import { isDrawnByLot } from './is-drawn-by-lot.ts';
import { labelBefore } from './label-before.ts';
import { isLookAlike } from './look-alikes.ts';
import { SECRET_PREFIXES } from './secret-prefixes.ts';
import type { Stretch } from './span.ts';

/** A word long enough for a credential; what may be quoted around one ends it. */
const LONG_WORD = /[^\s"'`<>]{16,}/g;
const alternatives = (shapes: readonly { pattern: string }[]): string =>
  shapes.map(({ pattern }) => pattern).join('|');
/** These are found glued to other text as well; what is left of the shapes is found by its structure below. */
const GLUED = new RegExp(
  alternatives(SECRET_SHAPES.filter(({ id }) => id !== 'json-web-token' && id !== 'url-credentials')),
  'g',
);
const MARKED = new RegExp(`(?<![A-Za-z0-9])(?:${alternatives(SECRET_PREFIXES)})`, 'g');
/** Three parts, or two; read from the start of a row of such parts, so that no character is read twice. */
const DOTTED = /(?<![A-Za-z0-9_.-])[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]+){1,6}/g;
const URL_CREDENTIALS =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,24}:\/\/[^\s:@/?#"'`<>]{0,64}:[^\s@/"'`<>]{1,128}@(?=[^\s@])/gi;
/** A word without a prefix must be so long and so mixed that no identifier people give is taken for it. */
const UNMARKED = /(?<![A-Za-z0-9+/_.-])[A-Za-z0-9+/_-]{28,512}={0,2}(?![A-Za-z0-9+/_=-])/g;

/** Keys, tokens, passwords and private keys. */
export function findSecrets(text: string): Stretch[] {
  const found = text.includes('-----BEGIN') ? stretches(text, PEM_BLOCK) : [];
  if (text.includes('://')) found.push(...stretches(text, URL_CREDENTIALS));
  found.push(...findAssignedSecrets(text));
  let from = 0;
  for (const { index, 0: word } of text.matchAll(LONG_WORD)) {
    if (index < from) continue;
    from = index + word.length;
    const inside = [
      ...stretches(word, GLUED),
      ...stretches(word, MARKED),
      ...webTokens(word),
      ...unmarked(text, index, word),
    ];
    found.push(...inside.map(({ start, end }) => ({ start: start + index, end: end + index })));
  }
  return outermost(found);
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** JSON web tokens (RFC 7519): a header and a claim set that both begin with `{"`. */
function webTokens(word: string): Stretch[] {
  const found: Stretch[] = [];
  if (!word.includes('eyJ')) return found;
  for (const { index, 0: row } of word.matchAll(DOTTED)) {
    const header = row.indexOf('eyJ');
    const claims = row.indexOf('.eyJ', header);
    if (header >= 0 && claims > header && !row.slice(header, claims).includes('.'))
      found.push({ start: index + header, end: index + row.length });
  }
  return found;
}

function unmarked(text: string, at: number, word: string): Stretch[] {
  if (!/[a-z]/.test(word) || !/[A-Z]/.test(word) || !/[0-9]/.test(word) || /:\/\//.test(word)) return [];
  if (/^(?:data:|sha\d{3}-|integrity=)|;base64,/i.test(word)) return [];
  return stretches(word, UNMARKED).filter(({ start, end }) => {
    const part = word.slice(start, end);
    return isDrawnByLot(part) && !isLookAlike(part) && !isPublicBefore(text, at + start);
  });
}

/** A word such as commit or order says that what follows is no credential. */
function isPublicBefore(text: string, index: number): boolean {
  const before = labelBefore(text, index);
  return before?.isTight === true && (before.label === 'digest' || before.label === 'order');
}

/** In order, without those that lie in others. */
function outermost(found: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.end > last.end) kept[kept.length - 1] = { start: last.start, end: span.end };
  }
  return kept;
}
