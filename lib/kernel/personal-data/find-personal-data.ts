import 'server-only';
import { findCards } from './find-cards.ts';
import { findEmails } from './find-emails.ts';
import { findGovernmentIds } from './find-government-ids.ts';
import { findIbans } from './find-ibans.ts';
import { findPhones } from './find-phones.ts';
import { findSecrets } from './find-secrets.ts';
import { findIpAddresses } from './hipaa/find-ip-addresses.ts';
import { findNames } from './hipaa/find-names.ts';
import { findPersonDates } from './hipaa/find-person-dates.ts';
import { findPlaces } from './hipaa/find-places.ts';
import { findRecordNumbers } from './hipaa/find-record-numbers.ts';
import { findVehicleIds } from './hipaa/find-vehicle-ids.ts';
import { findWebAddresses } from './hipaa/find-web-addresses.ts';
import { readingView } from './reading-view.ts';
import {
  type DigitGroup,
  FEWEST_DIGITS,
  type Kind,
  KINDS,
  type Span,
  STRICT_KINDS,
  type Stretch,
} from './span.ts';

type Detector = (text: string, groups: readonly DigitGroup[]) => Stretch[];

const DETECTORS: Readonly<Record<Kind, Detector>> = {
  secret: findSecrets,
  iban: findIbans,
  card_number: findCards,
  government_id: findGovernmentIds,
  email: findEmails,
  phone: findPhones,
  web_address: findWebAddresses,
  vehicle_id: findVehicleIds,
  ip_address: findIpAddresses,
  record_number: findRecordNumbers,
  person_date: findPersonDates,
  place: findPlaces,
  name: findNames,
};
const IN_ORDER: readonly Kind[] = [...KINDS, ...STRICT_KINDS];
const LONGEST_GAP = 6;

/**
 * Personal data and credentials in a canonical text, in order, without overlap. Pure and linear in the text's length.
 * @param kinds what is looked for; the stricter kinds only where they are named
 */
export function findPersonalData(text: string, kinds: readonly Kind[] = KINDS): Span[] {
  const view = readingView(text);
  const groups = digitGroups(view.text);
  let spans: Span[] = [];
  for (const kind of IN_ORDER.filter((one) => kinds.includes(one))) {
    const found = DETECTORS[kind](view.text, groups).map(({ start, end }) => ({ kind, start, end }));
    if (found.length > 0) spans = withFree(spans, found);
  }
  return spans.map(({ kind, start, end }) => ({ kind, start: view.startOf(start), end: view.endOf(end) }));
}

/** The spans, and of those found the ones that overlap none; in order. */
function withFree(spans: readonly Span[], found: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let next = 0;
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    for (let kept = spans[next]; kept && kept.start < span.start; kept = spans[next]) {
      merged.push(kept);
      next += 1;
    }
    const isFree = span.start >= (merged.at(-1)?.end ?? 0) && span.end <= (spans[next]?.start ?? Infinity);
    if (isFree) merged.push(span);
  }
  return [...merged, ...spans.slice(next)];
}

function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let count = 0;
  let before = -1;
  for (const { index, 0: digits } of text.matchAll(/[0-9]+/g)) {
    const isNear = before >= 0 && index - before <= LONGEST_GAP;
    const gap = isNear ? text.slice(before, index) : '';
    before = index + digits.length;
    groups.push({ start: index, end: before, digits, gap });
    count += digits.length;
  }
  return count < FEWEST_DIGITS ? [] : groups;
}
