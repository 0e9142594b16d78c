import 'server-only';
import { fault } from '#faults';
import { FIRST_SECRET } from '#lib/kernel/secret-shapes.ts';
import { HANGING } from './neutral-text.ts';
import { PLACEHOLDERS } from './policy.ts';
import { readerView, writtenStretch } from './reader-view.ts';

/** A stretch of a word, in its UTF-16 indices, that must not be shown. `value` stands there instead of a placeholder. */
export type Span = { start: number; end: number; rule: 'email' | 'secret' | 'link'; value?: string };

/** Which addresses may be shown, in lower case, and what is shown for one that only stands for something. */
export type Addresses = {
  readonly emails: ReadonlySet<string>;
  readonly shownAs: (address: string) => string | undefined;
};

const ADDRESS = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}][\p{L}\p{N}-]*)*\.\p{L}[\p{L}\p{N}-]+$/u;
const URL_START = /(?:[a-z][a-z0-9+.-]{1,15})?:\/\/|www\./i;
const URL_REST = /^[^\s[\]<>"`|]*/;
const HARMLESS = /^[\p{L}\p{N}.,;!?'’“”()%€$£–-]{0,15}$/u;

/** Addresses other than the allowed ones, credentials and web addresses in one word, in order, without overlap. */
export function findSpans(word: string, addresses: Addresses): Span[] {
  if (HARMLESS.test(word) && !/www\./i.test(word)) return [];
  const view = readerView(word);
  const spans: Span[] = [];
  // What follows a span is read afresh, as it will stand after a placeholder.
  for (let from = 0; from < view.text.length;) {
    const first = firstSpan(view.text.slice(from), addresses);
    if (!first) break;
    spans.push({ ...first, ...writtenStretch(view, from + first.start, from + first.end) });
    from += first.end;
  }
  return spans;
}

function firstSpan(view: string, addresses: Addresses): Span | undefined {
  let first: Span | undefined;
  for (const span of [findLink(view), findSecret(view), findEmail(view, addresses)])
    if (span && (!first || span.start < first.start || (span.start === first.start && span.end > first.end)))
      first = span;
  return first;
}

/** The word with each span replaced. A placeholder keeps apart from what would make it a link or an escape. */
export function replaceSpans(word: string, spans: readonly Span[]): string {
  let text = '';
  let copied = 0;
  for (const { start, end, rule, value } of spans) {
    text += word.slice(copied, start).replace(HANGING, '');
    if (/[!\\\]<]$/.test(text)) text += ' ';
    text += value ?? PLACEHOLDERS[rule];
    if (/[([:]/.test(word.charAt(end))) text += ' ';
    copied = end;
  }
  return text + (copied === 0 ? word : word.slice(copied).replace(HANGING, ''));
}

function findLink(view: string): Span | undefined {
  if (fault('links-allowed') || fault('images-allowed')) return undefined;
  const start = view.search(URL_START);
  if (start < 0) return undefined;
  const rest = URL_REST.exec(view.slice(start))?.[0] ?? '';
  return { start, end: start + Math.max(3, rest.replace(/[.,;:!?)'”»]+$/, '').length), rule: 'link' };
}

function findSecret(view: string): Span | undefined {
  if (fault('secrets-shown')) return undefined;
  const match = FIRST_SECRET.exec(view);
  return match ? { start: match.index, end: match.index + match[0].length, rule: 'secret' } : undefined;
}

function findEmail(view: string, addresses: Addresses): Span | undefined {
  if (fault('addresses-shown')) return undefined;
  let from = 0;
  for (let at = view.indexOf('@'); at >= 0; at = view.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && ADDRESS.test(view.charAt(start - 1))) start -= 1;
    while (start < at && !/[\p{L}\p{N}]/u.test(view.charAt(start))) start += 1;
    const end = domainEnd(view, at);
    if (start === at || end === at) continue;
    const address = view.slice(start, end).toLowerCase();
    const value = addresses.shownAs(address);
    if (value !== undefined) return { start, end, rule: 'email', value };
    if (!addresses.emails.has(address)) return { start, end, rule: 'email' };
    from = end;
  }
  return undefined;
}

/** Where the longest domain after this `@` ends, or the `@` itself when there is none. */
function domainEnd(view: string, at: number): number {
  let end = at + 1;
  while (end < view.length && ADDRESS.test(view.charAt(end))) end += 1;
  end -= /[^\p{L}\p{N}]*$/u.exec(view.slice(at + 1, end))?.[0].length ?? 0;
  while (end > at && !DOMAIN.test(view.slice(at + 1, end))) end = shorter(view, at, end);
  return end;
}

/** The next shorter end that could close a domain: before the last character that separates. */
function shorter(view: string, at: number, end: number): number {
  const domain = view.slice(at + 1, end);
  return at + 1 + Math.max(...[...".'%+_"].map((separator) => domain.lastIndexOf(separator)));
}
