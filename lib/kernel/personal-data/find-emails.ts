import 'server-only';
import type { Stretch } from './span.ts';

const LOCAL = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const EDGE = /[\p{L}\p{M}\p{N}_+]/u;
const DOMAIN_CHARACTER = /[\p{L}\p{M}\p{N}.-]/u;
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})$/u;
/** Local parts and domains are at most so long (RFC 5321, 4.5.3.1); longer ones are read in part. */
const MOST_LOCAL = 64;
const MOST_DOMAIN = 253;
/** Addresses as they are spelled out to escape robots: `name (at) example (dot) com`. */
const SPELLED =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}\s?(?:[([{<]\s?(?:at|@)\s?[)\]}>]|\sat(?=\s[\p{L}\p{N}-]{1,63}\s?(?:[([{<]\s?(?:dot|punkt|punto|point)\s?[)\]}>]|\sdot\s)))\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:[([{<]\s?(?:dot|punkt|punto|point|\.)\s?[)\]}>]|\.|\sdot\s)\s?[\p{L}\p{N}-]{2,63}){1,4}/giu;

/** E-mail addresses, internationalised ones too. Each `@` is looked at once, and a bounded stretch around it. */
export function findEmails(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at, from);
    const end = domainEnd(text, at);
    if (start === at || end === undefined) continue;
    found.push({ start, end });
    from = end;
  }
  return /[([{<]\s?(?:at|@)\s?[)\]}>]|\sdot\s|[([{]dot/i.test(text) ? [...found, ...spelledOut(text)] : found;
}

function spelledOut(text: string): Stretch[] {
  return [...text.matchAll(SPELLED)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function localStart(text: string, at: number, from: number): number {
  const floor = Math.max(from, at - MOST_LOCAL);
  if (text[at - 1] === '"') return Math.max(text.lastIndexOf('"', at - 2), at - MOST_LOCAL, from);
  let start = at;
  // One space before the sign is a slip of the finger, when an address follows.
  if (text[start - 1] === ' ' && text[at + 1] === ' ') start -= 1;
  const end = start;
  while (start > floor && LOCAL.test(text[start - 1] ?? '')) start -= 1;
  while (start < end && !EDGE.test(text[start] ?? '')) start += 1;
  return start === end ? at : start;
}

/** Where the longest domain after the sign ends. */
function domainEnd(text: string, at: number): number | undefined {
  let start = at + 1;
  if (text[start] === '[')
    return /^\[[0-9a-f.:]{7,45}\]/i.exec(text.slice(start, start + 48))
      ? start + text.slice(start, start + 48).indexOf(']') + 1
      : undefined;
  if (text[start] === ' ' && text[at - 1] === ' ') start += 1;
  let end = start;
  while (end < text.length && end - start < MOST_DOMAIN && DOMAIN_CHARACTER.test(text[end] ?? '')) end += 1;
  for (let tries = 0; tries < 8 && end > start; tries += 1) {
    while (end > start && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
    if (DOMAIN.test(text.slice(start, end))) return end;
    end = start + Math.max(0, ...['.', '-'].map((mark) => text.slice(start, end).lastIndexOf(mark)));
  }
  return undefined;
}
