import 'server-only';
import { secretExpression } from '#lib/kernel/secret-shapes.ts';
import { PLACEHOLDERS } from './policy.ts';

/** A stretch of a word, in its UTF-16 indices, that must not be shown. */
export type Span = { start: number; end: number; rule: 'email' | 'secret' | 'link' };

const ADDRESS = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}][\p{L}\p{N}-]*)*\.\p{L}[\p{L}\p{N}-]+$/u;
const URL_START = /[a-z][a-z0-9+.-]{1,15}:\/\/|www\./i;
const URL_REST = /^[^\s[\]<>"`|]*/;
const HARMLESS = /^[\p{L}\p{N}.,;!?'’“”()%€$£–-]{0,15}$/u;

/** Addresses other than the allowed ones, credentials and web addresses in one word, in order, without overlap. */
export function findSpans(word: string, allowedEmails: ReadonlySet<string>): Span[] {
  if (HARMLESS.test(word) && !/www\./i.test(word)) return [];
  const view = readerView(word);
  const found = [...findLinks(view.text), ...findSecrets(view.text), ...findEmails(view.text, allowedEmails)];
  const spans = found.map((span) => ({
    ...span,
    start: view.from[span.start] ?? 0,
    end: (view.from[span.end - 1] ?? word.length - 1) + 1,
  }));
  let covered = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => start >= covered && (covered = end) === end);
}

/** The word with each span replaced. A placeholder keeps apart from what would make it a link or an escape. */
export function replaceSpans(word: string, spans: readonly Span[]): string {
  let text = '';
  let copied = 0;
  for (const { start, end, rule } of spans) {
    text += word.slice(copied, start);
    if (/[!\\\]]$/.test(text)) text += ' ';
    text += PLACEHOLDERS[rule];
    if (/[([:]/.test(word.charAt(end))) text += ' ';
    copied = end;
  }
  return text + word.slice(copied);
}

/** The word without emphasis marks and with full-width letters folded; `from` maps back to the word's indices. */
function readerView(word: string): { text: string; from: number[] } {
  let text = '';
  const from: number[] = [];
  for (let index = 0; index < word.length; index += 1) {
    const character = word.charAt(index);
    if (/[*`~\\]/.test(character)) continue;
    const folded = character < '\u0080' ? character : character.normalize('NFKC');
    text += folded.length === 1 ? folded : character;
    from.push(index);
  }
  return { text, from };
}

function findLinks(view: string): Span[] {
  const start = view.search(URL_START);
  if (start < 0) return [];
  const rest = URL_REST.exec(view.slice(start))?.[0] ?? '';
  const end = start + rest.replace(/[.,;:!?)'”»]+$/, '').length;
  const after = findLinks(view.slice(end));
  return [
    { start, end, rule: 'link' },
    ...after.map((span) => ({ ...span, start: span.start + end, end: span.end + end })),
  ];
}

function findSecrets(view: string): Span[] {
  return [...view.matchAll(secretExpression())].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    rule: 'secret' as const,
  }));
}

function findEmails(view: string, allowedEmails: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = view.indexOf('@'); at >= 0; at = view.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && ADDRESS.test(view.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < view.length && ADDRESS.test(view.charAt(end))) end += 1;
    end -= /[^\p{L}\p{N}]*$/u.exec(view.slice(at + 1, end))?.[0].length ?? 0;
    while (start < at && !/[\p{L}\p{N}]/u.test(view.charAt(start))) start += 1;
    while (end > at && !DOMAIN.test(view.slice(at + 1, end))) end = shorter(view, at, end);
    if (start === at || end <= at) continue;
    from = end;
    if (!allowedEmails.has(view.slice(start, end).toLowerCase())) spans.push({ start, end, rule: 'email' });
  }
  return spans;
}

/** The next shorter end that could close a domain: before the last character that separates. */
function shorter(view: string, at: number, end: number): number {
  const domain = view.slice(at + 1, end);
  return at + 1 + Math.max(...[...".'%+_"].map((separator) => domain.lastIndexOf(separator)));
}
