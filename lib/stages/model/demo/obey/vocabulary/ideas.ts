import 'server-only';
import { fold } from '../../normalise.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { FURTHER } from './further.ts';
import { IT } from './it.ts';
import { NL } from './nl.ts';
import { PT } from './pt.ts';

/** What the words of an order are about, whatever the language. */
export const IDEAS = [
  'show',
  'ask',
  'rules',
  'hidden',
  'yours',
  'given',
  'verbatim',
  'above',
  'lines',
  'everyone',
  'people',
  'address',
  'database',
  'head',
  'refund',
  'money',
  'pressed',
  'change',
  'invoices',
  'contact',
  'open',
  'picture',
  'link',
  'endless',
  'repeat',
  'bill',
  'ours',
  'decode',
] as const;
export type Idea = (typeof IDEAS)[number];
/** Words by idea: separated by spaces, `_` for a space within, `~` behind the beginning of a word. */
export type Words = Readonly<Partial<Record<Idea, string>>>;

const TABLES: readonly Words[] = [EN, DE, FR, ES, IT, PT, NL];

function pattern(idea: Idea): RegExp {
  const latin = TABLES.flatMap((table) => (table[idea] ?? '').split(' ').filter((word) => word !== ''));
  const spelt = [...new Set(latin.map(spell))].join('|');
  const further = (FURTHER[idea] ?? '').split(' ').filter((word) => word !== '').map(fold).map(pieceOf);
  return new RegExp([`(?<![a-z])(?:${spelt === '' ? '(?!)' : spelt})(?![a-z])`, ...further].join('|'), 'u');
} // prettier-ignore

/** Latin letters begin a word; other scripts do not always have words. */
function pieceOf(piece: string): string {
  const text = piece.replaceAll('_', ' ');
  return /^[a-z]/.test(text) ? `(?<![a-z])${text}` : text;
}

function spell(word: string): string {
  const plain = fold(word)
    .replaceAll('_', ' ')
    .replace(/[.?+(){}[\]^$*]/g, '\\$&');
  return plain.endsWith('~') ? `${plain.slice(0, -1)}[a-z]*` : plain;
}

/** Every single word of the tables, folded. */
export const VOCABULARY: readonly string[] = TABLES.flatMap((table) => Object.values(table)).flatMap((words) => words.split(' ')).filter((word) => !word.includes('_') && word !== '').map((word) => fold(word.replace('~', ''))); // prettier-ignore

const HOME = wordsOf([EN, DE, FR, ES]);
const ABROAD = wordsOf([IT, PT, NL]);

function wordsOf(tables: readonly Words[]): RegExp {
  const all = tables.flatMap((table) => Object.values(table)).flatMap((words) => words.split(' ')).filter((word) => word !== '' && !word.includes('_'));
  return new RegExp(`^(?:${[...new Set(all.map(spell))].join('|')})$`, 'u');
} // prettier-ignore

/** How many words of a folded text only the tables of languages know that this model does not answer in. */
export function countAbroad(plain: string): number {
  return (plain.match(/[a-z-]{3,}/g) ?? []).filter((word) => ABROAD.test(word) && !HOME.test(word)).length;
}

const PATTERNS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  IDEAS.map((idea) => [idea, pattern(idea)]),
);

/** Whether a folded text has a word of every one of these ideas. */
export function speaksOf(plain: string, ...ideas: readonly Idea[]): boolean {
  return ideas.every((idea) => PATTERNS[idea]?.test(plain));
}

/** Share of the words of a folded text that some table knows: what tells a decoded text from noise. */
export function shareKnown(plain: string): number {
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return 0;
  return words.filter((word) => IDEAS.some((idea) => PATTERNS[idea]?.test(word))).length / words.length;
}
