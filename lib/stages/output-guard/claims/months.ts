import 'server-only';
import { LANGUAGES, MORE_MONTHS } from './policy.ts';

const NAMED: readonly (readonly [string, number])[] = LANGUAGES.flatMap((language) =>
  (['long', 'short'] as const).flatMap((width) =>
    Array.from({ length: 12 }, (_, month) => [nameOf(language, width, month), month + 1] as const),
  ),
);

/** Lower-case name of a month, long or short, in any of the languages → 1 … 12. */
export const MONTH_NUMBER: ReadonlyMap<string, number> = new Map([...NAMED, ...Object.entries(MORE_MONTHS)]);

/** All names, longest first, for a regular expression. */
export const MONTH_PATTERN = [...MONTH_NUMBER.keys()].toSorted((a, b) => b.length - a.length).join('|');

function nameOf(language: string, month: 'long' | 'short', index: number): string {
  const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
  const parts = format.formatToParts(new Date(Date.UTC(2024, index, 15)));
  const name = parts.find(({ type }) => type === 'month')?.value ?? '';
  return name.toLowerCase().replace(/\.$/, '');
}
