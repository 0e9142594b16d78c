import 'server-only';
import { fault } from '#faults';
import { findPersonalData } from '#lib/kernel/personal-data/find-personal-data.ts';
import { type Measure, SHIPPED } from '../measure.ts';
import { screen } from '../screen.ts';
import type { Stretch } from '#lib/kernel/personal-data/span.ts';
import { createDetailBook } from './detail-book.ts';
import { compactOf, findKnown } from './find-known.ts';
import { HIDDEN, type PersonalDataTable, VAULT_DOMAIN, VAULTED, type Vaulted } from './policy.ts';

/**
 * Keeps personal details from the model and gives them back: each value has one placeholder for as long as the vault is open.
 * Nothing is stored. A vault is filled anew for each turn from the conversation's own messages, so it lives exactly as
 * long as they do, under the same key.
 */
export type Vault = {
  /**
   * A message of the conversation with placeholders for details. What a user wrote is theirs, but not where the message tried
   * to give orders: it may be pasted. What the assistant wrote need not be theirs.
   */
  hide: (text: string, writer: 'user' | 'assistant') => string;
  /** A tool result with placeholders for addresses and account numbers in its strings. */
  hideData: (value: unknown) => unknown;
  /** A text of the model's with every placeholder replaced by what it stands for. */
  restore: (text: string) => string;
  /** What a placeholder stands for, and whether the person wrote it themselves. */
  hiddenBy: (placeholder: string) => { value: string; isOwn: boolean } | undefined;
  /** The addresses that the person wrote. */
  ownEmails: () => string[];
  /** The telephone, account and identity numbers that the person wrote. */
  ownNumbers: () => string[];
};

const PLACEHOLDER = new RegExp(
  `\\b(?:${Object.values(VAULTED).join('|')})-[0-9]{1,4}@${VAULT_DOMAIN.replace('.', '\\.')}`,
  'gi',
);

/**
 * @param published addresses and numbers that everybody may read: they are hidden from nobody
 * @param by.measure by which a message tried to give orders, the tenant's
 * @param by.table which details are hidden, as PERSONAL_DATA says
 */
export function openVault(
  published: readonly string[],
  { measure = SHIPPED, table = 'standard' }: { measure?: Measure; table?: PersonalDataTable } = {},
): Vault {
  const { inMessages, inData } = HIDDEN[table];
  const details = createDetailBook(published);
  const ownValues = (isWanted: (kind: Vaulted) => boolean): string[] =>
    details.all().flatMap(({ kind, value, isOwn }) => (isOwn && isWanted(kind) ? [value] : []));

  function hideKinds(text: string, kinds: readonly Vaulted[], isOwn: () => boolean): string {
    if (fault('details-reach-the-model')) return text;
    return replaceSpans(text, findPersonalData(text, kinds), ({ kind }, written) =>
      isVaulted(kind) ? (details.keep(kind, written, isOwn()) ?? written) : written,
    );
  }
  function hideMessage(text: string, writer: 'user' | 'assistant'): string {
    let judged: boolean | undefined;
    // Once, and only where the message names a detail: screening costs more than hiding.
    const isOwn = () => (judged ??= writer === 'user' && screen(text, measure).verdict === 'pass');
    const hidden = hideKinds(text, inMessages, isOwn);
    if (!details.hasNumbers() || fault('known-details-forgotten')) return hidden;
    const detailOf = (written: string) => details.byCompact(compactOf(written));
    const known = findKnown(hidden, (compact) => details.byCompact(compact) !== undefined);
    return replaceSpans(hidden, known, (_span, written) => detailOf(written)?.placeholder ?? written);
  }
  function hideData(value: unknown): unknown {
    if (typeof value === 'string') return hideKinds(value, inData, () => false);
    if (Array.isArray(value)) return value.map(hideData);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideData(item)]));
  }
  return {
    hide: hideMessage,
    hideData,
    restore: (text) =>
      text.replace(PLACEHOLDER, (written) => details.byPlaceholder(written)?.value ?? written),
    hiddenBy: details.byPlaceholder,
    ownEmails: () => ownValues((kind) => kind === 'email'),
    ownNumbers: () => ownValues((kind) => kind !== 'email'),
  };
}

/** The text with each span replaced; they are in order and do not overlap. */
function replaceSpans<S extends Stretch>(
  text: string,
  spans: readonly S[],
  instead: (span: S, written: string) => string,
): string {
  let replaced = '';
  let copied = 0;
  for (const span of spans) {
    const { start, end } = span;
    replaced += text.slice(copied, start) + instead(span, text.slice(start, end));
    copied = end;
  }
  return replaced + text.slice(copied);
}

function isVaulted(kind: string): kind is Vaulted {
  return Object.hasOwn(VAULTED, kind);
}
