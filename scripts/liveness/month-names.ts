/** Languages an answer may be written in. */
const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;

function namesOf(language: string, month: number): string[] {
  const day = new Date(Date.UTC(2024, month - 1, 15));
  return (['long', 'short'] as const).map((width) =>
    new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
      .format(day)
      .toLowerCase()
      .replace(/\.$/, ''),
  );
}

/** Lower-case month name, long or short, in any of the languages → 1 … 12. */
export const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
      namesOf(language, month).map((name): [string, number] => [name, month]),
    ),
  ).concat([
    ['sep', 9],
    ['sept', 9],
    ['mrz', 3],
    ['maerz', 3],
    ['fevrier', 2],
    ['aout', 8],
    ['decembre', 12],
  ]),
);

/** All names, longest first, for a regular expression. */
export const MONTH_PATTERN = [...MONTH_NUMBER.keys()].toSorted((a, b) => b.length - a.length).join('|');
