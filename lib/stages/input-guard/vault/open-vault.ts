import 'server-only';
import { fault } from '#faults';
import { findPersonalData } from '../personal-data/find-personal-data.ts';
import { screen } from '../screen.ts';
import { compactOf, findKnown } from './find-known.ts';
import { plainAddress } from './plain-address.ts';
import { VAULT_DOMAIN, VAULTED, VAULTED_IN_DATA, VAULTED_IN_MESSAGES, type Vaulted } from './policy.ts';

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
};

type Entry = { kind: Vaulted; placeholder: string; value: string; isOwn: boolean };

const PLACEHOLDER = new RegExp(
  `\\b(?:${Object.values(VAULTED).join('|')})-[0-9]{1,4}@${VAULT_DOMAIN.replace('.', '\\.')}`,
  'gi',
);

/** @param published addresses and numbers that everybody may read: they are hidden from nobody */
export function openVault(published: readonly string[]): Vault {
  const isPublished = new Set(published.map(keyOf));
  const byKey = new Map<string, Entry>();
  const byPlaceholder = new Map<string, Entry>();
  /** Numbers by their letters and digits: what the word beside them gave away once is known from then on. */
  const byCompact = new Map<string, Entry>();

  function keep(kind: Vaulted, written: string, isOwn: boolean): string {
    const value = kind === 'email' ? plainAddress(written) : written;
    const key = keyOf(value);
    if (isPublished.has(key)) return written;
    const entry = byKey.get(key) ?? add(kind, value, key);
    entry.isOwn ||= isOwn;
    return entry.placeholder;
  }
  function add(kind: Vaulted, value: string, key: string): Entry {
    const placeholder = `${VAULTED[kind]}-${byKey.size + 1}@${VAULT_DOMAIN}`;
    const entry = { kind, placeholder, value, isOwn: false };
    byKey.set(key, entry);
    byPlaceholder.set(placeholder, entry);
    if (kind !== 'email') byCompact.set(compactOf(value), entry);
    return entry;
  }
  function hideKinds(text: string, kinds: readonly Vaulted[], isOwn: () => boolean): string {
    if (fault('details-reach-the-model')) return text;
    return replaceSpans(
      text,
      findPersonalData(text, kinds).flatMap(({ kind, start, end }) =>
        isVaulted(kind) ? [{ start, end, text: keep(kind, text.slice(start, end), isOwn()) }] : [],
      ),
    );
  }
  function hideMessage(text: string, writer: 'user' | 'assistant'): string {
    const isOwn = () => writer === 'user' && screen(text).verdict === 'pass';
    const hidden = hideKinds(text, VAULTED_IN_MESSAGES, isOwn);
    if (byCompact.size === 0 || fault('known-details-forgotten')) return hidden;
    const known = findKnown(hidden, (compact) => byCompact.has(compact));
    const placeholderOf = (written: string) => byCompact.get(compactOf(written))?.placeholder ?? written;
    return replaceSpans(
      hidden,
      known.map(({ start, end }) => ({ start, end, text: placeholderOf(hidden.slice(start, end)) })),
    );
  }
  function hideData(value: unknown): unknown {
    if (typeof value === 'string') return hideKinds(value, VAULTED_IN_DATA, () => false);
    if (Array.isArray(value)) return value.map(hideData);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideData(item)]));
  }
  const entryOf = (placeholder: string) => byPlaceholder.get(placeholder.toLowerCase());
  return {
    hide: hideMessage,
    hideData,
    restore: (text) => text.replace(PLACEHOLDER, (written) => entryOf(written)?.value ?? written),
    hiddenBy: entryOf,
    ownEmails: () =>
      [...byKey.values()].flatMap(({ kind, value, isOwn }) => (kind === 'email' && isOwn ? [value] : [])),
  };
}

/** The text with other text in place of each span; they are in order and do not overlap. */
function replaceSpans(text: string, spans: readonly { start: number; end: number; text: string }[]): string {
  let replaced = '';
  let copied = 0;
  for (const { start, end, text: instead } of spans) {
    replaced += text.slice(copied, start) + instead;
    copied = end;
  }
  return replaced + text.slice(copied);
}

function isVaulted(kind: string): kind is Vaulted {
  return Object.hasOwn(VAULTED, kind);
}

/** Two ways to write one value: letters of either case, and digits however they are spaced. */
function keyOf(value: string): string {
  return value.toLowerCase().replace(/\s/g, '');
}
