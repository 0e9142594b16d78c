import 'server-only';
import { PEM_BLOCK, SECRET_SHAPES } from '../secret-shapes.ts';
import { findAssignedSecrets } from './find-assigned-secrets.ts';
import { isDrawnByLot } from './is-drawn-by-lot.ts';
import { labelBefore } from './label-before.ts';
import { isLookAlike } from './look-alikes.ts';
import { SECRET_PREFIXES } from './secret-prefixes.ts';
import type { Stretch } from './span.ts';

/** A word long enough for a credential: most messages have none and are done with. */
const LONG_WORD = /(?<![A-Za-z0-9_+/.:$-])[A-Za-z0-9_+/.:$-]{16}/;
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
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,24}:\/\/[^\s:@/?#"'`<>]{0,64}:[^\s@/"'`<>]{1,128}@[^\s@"'`<>,;)]{1,200}/gi;
/** A word without a prefix must be so long and so mixed that no identifier people give is taken for it. */
const UNMARKED = /(?<![A-Za-z0-9+/_.-])[A-Za-z0-9+/_-]{28,512}={0,2}(?![A-Za-z0-9+/_=-])/g;

/** An address, a picture or a digest goes on into what follows. */
const NO_SECRET_BEFORE = /:\/\/|^data:|;base64,|integrity=|(?:h1|sha\d{1,3}|md5)[:=-]$/i;
const MOST_BEFORE = 200;

/** Keys, tokens, passwords and private keys. */
export function findSecrets(text: string): Stretch[] {
  const found = text.includes('-----BEGIN') ? stretches(text, PEM_BLOCK) : [];
  if (text.includes('://')) found.push(...stretches(text, URL_CREDENTIALS));
  found.push(...findAssignedSecrets(text));
  if (LONG_WORD.test(text)) {
    found.push(...stretches(text, GLUED), ...stretches(text, MARKED), ...webTokens(text));
    found.push(...stretches(text, UNMARKED).filter((span) => isSecret(text, span)));
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
function webTokens(text: string): Stretch[] {
  const found: Stretch[] = [];
  if (!text.includes('eyJ')) return found;
  for (const { index, 0: row } of text.matchAll(DOTTED)) {
    const header = row.indexOf('eyJ');
    const claims = row.indexOf('.eyJ', header);
    if (header >= 0 && claims > header && !row.slice(header, claims).includes('.'))
      found.push({ start: index + header, end: index + row.length });
  }
  return found;
}

/** Drawn by lot, unknown as anything public, and not named as such. */
function isSecret(text: string, { start, end }: Stretch): boolean {
  const word = text.slice(start, end);
  if (
    !isDrawnByLot(word) ||
    isLookAlike(word) ||
    NO_SECRET_BEFORE.test(text.slice(wordStart(text, start), start))
  )
    return false;
  const before = labelBefore(text, start);
  return !(before?.isTight === true && (before.label === 'digest' || before.label === 'order'));
}

/** Back to the last space or quote. */
function wordStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < MOST_BEFORE && !/[\s"'`<>]/.test(text.charAt(start - 1))) start -= 1;
  return start;
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
