import 'server-only';
import { PHRASES, type PhraseKey } from '../phrases/tables.ts';
import type { Facts, Language, Row } from '../types.ts';
import { str } from './read-result.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IE', de: 'de-DE', es: 'es-ES', fr: 'fr-FR' };

/** How the answer is worded: sentences of one language, and values in its notation. Amounts are never touched. */
export type Voice = {
  readonly language: Language;
  readonly facts: Facts;
  say: (key: PhraseKey, slots?: Readonly<Record<string, string | number>>) => string;
  day: (iso: string) => string;
  month: (month: string) => string;
  number: (value: number) => string;
  percent: (value: number) => string;
  /** "in 5 days", "yesterday". */
  away: (days: number) => string;
  /** A link to an invoice's page, from a row with `number` or a number itself. */
  link: (invoice: Row | string) => string;
};

export function voiceOf(language: Language, facts: Facts): Voice {
  const locale = facts.locale.toLowerCase().startsWith(language) ? facts.locale : LOCALES[language];
  const inDate = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      new Date(`${iso.slice(0, 7)}-${iso.slice(8, 10) || '01'}T00:00:00Z`),
    );
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  const percent = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
      Math.abs(value) / 100,
    );
  const say: Voice['say'] = (key, slots = {}) =>
    PHRASES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));
  return {
    language,
    facts,
    say,
    day: inDate({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: inDate({ month: 'long', year: 'numeric' }),
    number,
    percent,
    away: (days) => awayPhrase(say, days),
    link: (invoice) => linkTo(say, typeof invoice === 'string' ? invoice : str(invoice, 'number')),
  };
}

function awayPhrase(say: Voice['say'], days: number): string {
  if (days === 0) return say('away.today');
  if (days === 1) return say('away.tomorrow');
  if (days === -1) return say('away.yesterday');
  return days > 0 ? say('away.in', { n: days }) : say('away.ago', { n: -days });
}

function linkTo(say: Voice['say'], number: string): string {
  return `[${say('word.invoice')} ${number}](/invoices/${number})`;
}

/** Lines as a list, without the empty ones. */
export function bullets(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

/** Sentences side by side, without the empty ones. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** Paragraphs and lists, without the empty ones. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Text from the ledger as one harmless line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
