import 'server-only';
import type { Origin } from '#lib/contract/approvals.ts';
import { dropInvisible } from '#lib/kernel/characters.ts';
import { NUMBER_PATTERN, readNumber } from '#lib/kernel/read-number.ts';
import { NUMBER_WORDS, ONE_WORDS } from './policy.ts';

/** The person's own messages of this conversation, and ledger text that outsiders wrote and this turn has read. */
export type OriginSources = { person: readonly string[]; thirdParty: readonly string[] };

const CURRENCY = '(?:us\\$|[$€£¥]|eur|usd|gbp|chf|jpy|fr\\.?)';
const AMOUNT = new RegExp(`^(?:${CURRENCY}\\s?)?[-−]?(${NUMBER_PATTERN})(?:\\s?${CURRENCY})?$`, 'u');
/** No part of a longer name, date or number: the 117 of 2026-117 is nobody's amount. */
const NUMBERS = new RegExp(
  `(?<![\\p{L}\\p{N}_.,/#:]|[\\p{L}\\p{N}][-–])(?:${CURRENCY}\\s?)?(${NUMBER_PATTERN})(?![\\p{N}_]|[-–/:]\\p{N}|[.,]\\p{N})(?:(?=${CURRENCY})|(?!\\p{L}))`,
  'gu',
);
const INVOICE_NUMBER = /^\d{4}-(\d{1,6})$/;
const WORD = /\p{L}+/gu;
const WORD_VALUE: ReadonlyMap<string, string> = new Map(
  Object.entries(NUMBER_WORDS).flatMap(([value, words]) => words.map((word) => [word, value] as const)),
);
const ONES: ReadonlySet<string> = new Set(ONE_WORDS);

/**
 * Who an argument's value comes from: the person, if it stands in their own words; else text that others wrote, if it
 * stands there; else the assistant chose it. Letters are compared without case, width and hidden characters and as
 * whole words; amounts and counts by value, however they are written.
 */
export function originOf(value: string, sources: OriginSources): Origin {
  const sought = fold(value);
  if (sought === '') return 'assistant';
  const amount = AMOUNT.exec(sought)?.[1];
  const stands = (text: string, isPerson: boolean): boolean =>
    amount === undefined
      ? hasWords(text, sought) || (isPerson && hasInvoice(text, sought))
      : hasNumber(text, readNumber(amount), isPerson);
  if (sources.person.some((text) => stands(fold(text), true))) return 'person';
  if (sources.thirdParty.some((text) => stands(fold(text), false))) return 'third_party';
  return 'assistant';
}

function fold(text: string): string {
  return dropInvisible(text)
    .replace(/[\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether the words stand there as they are, not as part of longer ones: `bob@x.test` is not in `jim.bob@x.test`. */
function hasWords(text: string, sought: string): boolean {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = text.slice(Math.max(0, at - 3), at);
    const after = text.slice(at + sought.length, at + sought.length + 3);
    if (
      !/(?:[\p{L}\p{N}@_]|[\p{L}\p{N}_][.%+-])$/u.test(before) &&
      !/^(?:[\p{L}\p{N}@_]|[.-][\p{L}\p{N}])/u.test(after)
    )
      return true;
  }
  return false;
}

/** People say 117 for 2026-117. */
function hasInvoice(text: string, sought: string): boolean {
  const short = INVOICE_NUMBER.exec(sought)?.[1];
  return short !== undefined && hasNumber(text, readNumber(short), false);
}

function hasNumber(text: string, readings: readonly string[], isPerson: boolean): boolean {
  const sought = readings[0];
  if (sought === undefined) return false;
  for (const match of text.matchAll(NUMBERS)) {
    if (readNumber(match[1] ?? '').includes(sought)) return true;
  }
  if (!/^\d{1,3}$/.test(sought)) return false;
  const words = text.match(WORD) ?? [];
  return words.some(
    (word) => WORD_VALUE.get(word) === sought || (isPerson && sought === '1' && ONES.has(word)),
  );
}
