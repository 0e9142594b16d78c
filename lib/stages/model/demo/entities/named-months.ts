import 'server-only';
import type { Period } from '../types.ts';
import { earlier, firstDay, lastDay } from './days.ts';
import { AMBIGUOUS_MONTHS, MONTH_BY_NAME } from './months.ts';

const HINT_BEFORE =
  /(?:^|\b(?:in|for|of|since|about|and|until|to|from|between|im|en|de|du|von|vom|seit|fur|last|on|the|what|versus|vs|with|than|or|pour|desde|et|y|und|depuis|compare|ab|my|our|by|before|after|show|during|\d{1,2}(?:st|nd|rd|th)?)) $/;
const HINT_AFTER =
  /^ (?:invoice|bill|statement|payment|charge|usage|rechnung|factura|facture|20\d\d|\d{1,2}(?:st|nd|rd|th)?\b|and|to|versus|vs|s\b|one\b|$|bis|und|y|et|a)|^ ?$/;

type NamedMonth = { month: string; day?: number; at: number };

/** Months and days a text names: "March", "in May", "3 October", "October 3", "März 2025", "between March and June". */
export function findMonths(text: string, today: string): Period[] {
  const named = listMonths(text, today);
  const [first, second] = named;
  if (first && second && isRange(text, first.at, second.at)) {
    return [{ from: dayOf(first, 'first'), to: earlier(dayOf(second, 'last'), today) }];
  }
  return named.map((one) =>
    one.day === undefined
      ? { from: firstDay(one.month), to: earlier(lastDay(one.month), today), month: one.month }
      : { from: dayOf(one, 'first'), to: dayOf(one, 'first') },
  );
}

function listMonths(text: string, today: string): NamedMonth[] {
  const found: NamedMonth[] = [];
  for (const match of text.matchAll(/[a-z]+/g)) {
    const number = MONTH_BY_NAME.get(match[0]);
    if (number === undefined) continue;
    const before = text.slice(0, match.index).trimStart();
    const after = text.slice(match.index + match[0].length).replace(/[^a-z0-9 ]/g, '');
    if (
      AMBIGUOUS_MONTHS.has(match[0]) &&
      !HINT_BEFORE.test(before) &&
      !(before.trim() === '' || HINT_AFTER.test(after))
    )
      continue;
    if (match[0] === 'may' && /^ (?:i|we|you|be|have|not|it)\b/.test(after)) continue;
    const year = /^(?: \d{1,2}(?:st|nd|rd|th)?)? (?:of |de |del )?(20\d\d)\b/.exec(after)?.[1];
    const day =
      /(?:^| )(\d{1,2})(?:st|nd|rd|th|er)? (?:of |de )?$/.exec(before)?.[1] ??
      /^ (\d{1,2})(?:st|nd|rd|th)?(?! ?(?:invoices|seats|:|%))\b(?!\d)/.exec(after)?.[1];
    const chosen = year ?? recentYear(number, today);
    const named = { month: `${chosen}-${String(number).padStart(2, '0')}`, at: match.index };
    found.push(
      day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? { ...named, day: Number(day) } : named,
    );
  }
  return found;
}

/** A month without a year is the latest one that has begun. */
function recentYear(month: number, today: string): string {
  const [year = 0, current = 1] = today.split('-').map(Number);
  return String(month > current ? year - 1 : year);
}

function isRange(text: string, first: number, second: number): boolean {
  const before = text.slice(Math.max(0, first - 22), first);
  const between = text.slice(first, second);
  if (/\b(?:differ\w*|compar\w*|change[sd]?|versus|unterschied\w*|vergleich\w*|diferencia\w*)\b/.test(text))
    return false;
  if (/\b(?:between|zwischen|entre)\b/.test(before)) return true;
  return (
    /\b(?:to|until|till|through|thru|bis|hasta|a|al|au|jusqu)\b/.test(between) &&
    /\b(?:from|von|vom|desde|de|du|ab|for)\b/.test(before)
  );
}

function dayOf(one: NamedMonth, edge: 'first' | 'last'): string {
  if (one.day === undefined) return edge === 'first' ? firstDay(one.month) : lastDay(one.month);
  return earlier(`${one.month}-${String(one.day).padStart(2, '0')}`, lastDay(one.month));
}
