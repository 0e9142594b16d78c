import 'server-only';
import type { Period } from '../types.ts';
import { addDays, addMonths, earlier, firstDay, lastDay, monthsBefore } from './days.ts';
import { findMonths } from './named-months.ts';
import { SEASONS } from './months.ts';

const LAST =
  '(?:last|past|previous|prior|trailing|letzten?|letztes|letzter|vergangene[nrs]?|vorigen?|voriges|vorherigen?|ultim[oa]s?|pasad[oa]s?|dernier[es]*|derniere)';
const THIS = '(?:this|current|the current|diese[nsrm]?|aktuellen?|laufenden?|est[ea]|cet|cette|ce)';
const DAY = '(?:days?|tagen?|dias?|jours?)';
const WEEK = '(?:weeks?|wochen?|semanas?|semaines?)';
const MONTH = '(?:months?|monate?n?|monats|mes|meses|mois)';
const QUARTER = '(?:quarters?|quartals?|trimestres?)';
const YEAR = '(?:years?|jahre?n?|jahres|anos?|annees?|ans?)';
const EVER =
  /\b(?:(?<!\b(?:nobody|hardly|if i|if we|no one) )ever|all time|of all time|since the (?:start|beginning)(?! of)|since day one|since we (?:started|joined|signed up|began)|since i (?:started|joined|signed up)|from the beginning|lifetime|(?<!year |month |months )to date|jemals|seit beginn|seit anfang|von anfang an|desde el principio|desde siempre|depuis le debut|depuis toujours)\b/;

type Rule = { pattern: RegExp; period: (match: RegExpMatchArray, today: string) => Period };

const rule = (source: string, period: Rule['period']): Rule => ({
  pattern: new RegExp(`\\b${source}\\b`),
  period,
});
const month = (name: string, today: string): Period => ({
  from: firstDay(name),
  to: earlier(lastDay(name), today),
  month: name,
});
const number = (text: string | undefined) => Math.min(Number(text ?? 1), 120);

function quarter(today: string, which: number, year?: string): Period {
  const current = Number(today.slice(0, 4));
  const start = String((which - 1) * 3 + 1).padStart(2, '0');
  const chosen = year ?? (`${current}-${start}-01` > today ? String(current - 1) : String(current));
  return { from: `${chosen}-${start}-01`, to: earlier(lastDay(addMonths(`${chosen}-${start}`, 2)), today) };
}

/** Most specific first; the first that matches speaks for its words. */
const RULES: readonly Rule[] = [
  rule(`(?:q|t)([1-4])(?: (?:of )?(20\\d\\d))?`, (m, today) => quarter(today, Number(m[1]), m[2])),
  rule(
    `(first|second|third|fourth|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|primer|segundo|tercer|cuarto|premier|deuxieme|troisieme|quatrieme) ${QUARTER}`,
    (m, today) =>
      quarter(today, 1 + ['f1', 'se', 'th', 'fo'].findIndex((start) => ordinalStart(m[1] ?? '') === start)),
  ),
  rule(`(?:${LAST} (\\d{1,3}) ${DAY}|(\\d{1,3}) ${LAST} ${DAY})`, (m, today) => ({
    from: addDays(today, -number(m[1] ?? m[2])),
    to: today,
  })),
  rule(`(?:${LAST} (\\d{1,2}) ${WEEK}|(\\d{1,2}) ${LAST} ${WEEK})`, (m, today) => ({
    from: addDays(today, -7 * number(m[1] ?? m[2])),
    to: today,
  })),
  rule(
    `(?:${LAST} (\\d{1,2}) ${MONTH}|(\\d{1,2}) ${LAST} ${MONTH}|${MONTH} (\\d{1,2}) ${LAST})`,
    (m, today) => ({ from: monthsBefore(today, number(m[1] ?? m[2])), to: today }),
  ),
  rule(`${LAST} (?:couple of|few) ${MONTH}`, (_, today) => ({ from: monthsBefore(today, 3), to: today })),
  rule(`${LAST} (\\d) ${YEAR}`, (m, today) => ({ from: monthsBefore(today, 12 * number(m[1])), to: today })),
  rule(
    `(?:${LAST} half year|${LAST} half a year|letzten halben jahr|letzte halbe jahr|ultimo semestre|dernier semestre)`,
    (_, today) => ({ from: monthsBefore(today, 6), to: today }),
  ),
  rule(`(?:${LAST} (?:12 months|twelve months)|past year|rolling year|ultimo ano completo)`, (_, today) => ({
    from: monthsBefore(today, 12),
    to: today,
  })),
  rule(
    `(?:month before last|vorletzten? monat|vorletzter monat|antepenultimo mes|avant dernier mois|mes antepasado)`,
    (_, today) => month(addMonths(today, -2), today),
  ),
  rule(
    `(?:(\\d{1,2}) months? (?:ago|earlier|back)|vor (\\d{1,2}) monaten|hace (\\d{1,2}) meses|il y a (\\d{1,2}) mois)`,
    (m, today) => month(addMonths(today, -number(m[1] ?? m[2] ?? m[3] ?? m[4])), today),
  ),
  rule(`(?:a month ago|vor einem monat|hace un mes|il y a un mois)`, (_, today) =>
    month(addMonths(today, -1), today),
  ),
  rule(
    `(?:(?:start|beginning) of (?:the|this) year|january 1st|(?:the )?(?:fy|fiscal year|financial year|year) to date|f?ytd|anfang des jahres|jahresanfang|jahresbeginn|principio de ano|principios de ano|inicio de ano|debut de l? ?annee|debut d annee)`,
    (_, today) => yearToDate(today),
  ),
  rule(
    `(?:${LAST} ${YEAR}|ano pasado|l? ?an(?:nee)? (?:dernier|derniere|passee?|precedente)|vorjahr)`,
    (_, today) => fullYear(Number(today.slice(0, 4)) - 1, today),
  ),
  rule(
    `(?:${THIS} ${YEAR}|(?:the|my|our) (?:whole |entire |full )?year(?! before)|(?:whole|entire|full) year|ganze[ns]? jahr|todo el ano|toute l annee|heuer)`,
    (_, today) => yearToDate(today),
  ),
  rule(`(?:${LAST} ${QUARTER}|${QUARTER} (?:pasado|dernier|precedent))`, (_, today) => {
    const index = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
    return index === 0
      ? quarter(today, 4, String(Number(today.slice(0, 4)) - 1))
      : quarter(today, index, today.slice(0, 4));
  }),
  rule(`(?:${THIS} ${QUARTER})`, (_, today) =>
    quarter(today, Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1, today.slice(0, 4)),
  ),
  rule(
    `(?:${LAST} ${MONTH}|mes (?:pasado|anterior|ultimo)|mois (?:dernier|passe|precedent)|vormonat)`,
    (_, today) => month(addMonths(today, -1), today),
  ),
  rule(
    `(?:${THIS} ${MONTH}|(?:running|ongoing|present|actual) ${MONTH}|${MONTH} (?:in progress|under way|underway)|current one (?:so far|up to now|to date)|months? to date|mtd|month so far|mes actual|mes en curso|mois ci|mois en cours)`,
    (_, today) => month(today.slice(0, 7), today),
  ),
  rule(`(?:${LAST} ${WEEK}|semana pasada|semaine derniere)`, (_, today) => ({
    from: addDays(today, -7),
    to: today,
  })),
  rule(`(?:${THIS} ${WEEK})`, (_, today) => ({ from: addDays(today, -6), to: today })),
  rule(`(?:yesterday|gestern|ayer|(?:d|depuis|paye|payee) hier)`, (_, today) => ({
    from: addDays(today, -1),
    to: addDays(today, -1),
  })),
];

function ordinalStart(word: string): string {
  if (/^(first|erste|primer|premier)/.test(word)) return 'f1';
  if (/^(second|zweite|segundo|deuxieme)/.test(word)) return 'se';
  return /^(third|dritte|tercer|troisieme)/.test(word) ? 'th' : 'fo';
}

function yearToDate(today: string): Period {
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

function fullYear(year: number, today: string): Period {
  return { from: `${year}-01-01`, to: earlier(`${year}-12-31`, today) };
}

/** Periods a text names, relative to `today`. `sinceWords` ("since", "ab", "desde", "depuis") reach to today. */
export function findPeriods(words: readonly string[], today: string): Period[] {
  // A "calendar year" is a year, and "last months bill" the bill of last month.
  let text = ` ${words.join(' ')} `.replace(
    / (?:calendar|fiscal|financial|business|billing) (?=year|month|quarter)/g,
    ' ',
  );
  if (EVER.test(text)) return [{ from: '2015-01-01', to: today, open: true }];
  const found: Period[] = [];
  for (const { pattern, period } of RULES) {
    const match = pattern.exec(text);
    if (!match) continue;
    found.push(period(match, today));
    text = text.replace(match[0], ' _ ');
  }
  found.push(...findMonths(text, today), ...findSeasons(text, today));
  if (found.length === 0) {
    const year =
      /(?:\bin|\bof|\bfor|\bduring|\byear|\bde|\ben|\bseit|\bsince|\bjahr|\bfur|\bpour|\bdesde|\bdepuis|\babout|\band) (20\d\d)\b/.exec(
        text,
      );
    if (year) found.push(fullYear(Number(year[1]), today));
  }
  return reachToToday(found, ` ${words.join(' ')} `, today);
}

function reachToToday(periods: Period[], text: string, today: string): Period[] {
  const first = periods[0];
  const until =
    /\b(?:until|till|bis|hasta|jusqu)\b(?! (?:now|today|date|this day|heute|jetzt|hoy|ahora|a aujourd|maintenant))/;
  const since =
    /\b(?:since|from|starting|onwards?|after|and (?:after|later|thereafter|since)|und (?:danach|spater)|y despues|et apres|seit|ab|desde|depuis|a partir)\b/.test(
      text,
    ) &&
    !until.test(text) &&
    !/\bfrom\b.*\bto\b(?! (?:now|today|date|you))/.test(text);
  const isSince =
    since &&
    (!/\bfrom\b/.test(text) ||
      /\b(?:onwards?|since|after|from (?:\w+ ){1,3}on|(?:until|till|to) (?:now|today|date))\b/.test(text));
  const isHeldAgainst = periods.length > 1 && /\b(?:vs|versus|compared|gegen|contra|contre)\b/.test(text);
  if (!first || !isSince || isHeldAgainst) return periods;
  return [{ from: first.from, to: today }];
}

/** French "été" is also a form of "to be". */
const SEASON_WORDS = [...SEASONS].map(
  ([name, start]) =>
    [name, start, name === 'ete' ? /\b(?:depuis l|cet|en|l) ete\b/ : new RegExp(`\\b${name}\\b`)] as const,
);

function findSeasons(text: string, today: string): Period[] {
  for (const [name, start, pattern] of SEASON_WORDS) {
    if (!pattern.test(text) || (name === 'fall' && !/\b(?:since|in|this|last) (?:the )?fall\b/.test(text)))
      continue;
    const year = Number(today.slice(0, 4));
    const first = `${year}-${String(start).padStart(2, '0')}`;
    const chosen = firstDay(first) > today ? addMonths(first, -12) : first;
    return [{ from: firstDay(chosen), to: earlier(lastDay(addMonths(chosen, 2)), today) }];
  }
  return [];
}
