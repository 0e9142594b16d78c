import 'server-only';
import { fault } from '#faults';
import { findPersonalData } from '../personal-data/find-personal-data.ts';
import { plainAddress } from './plain-address.ts';
import { VAULT_DOMAIN, VAULTED, VAULTED_IN_DATA, VAULTED_IN_MESSAGES, type Vaulted } from './policy.ts';

/**
 * Keeps personal details from the model and gives them back: each value has one placeholder for as long as the vault is open.
 * Nothing is stored. A vault is filled anew for each turn from the conversation's own messages, so it lives exactly as
 * long as they do, under the same key.
 */
export type Vault = {
  /** A message of the conversation with placeholders for details. What a user wrote is theirs, what the assistant wrote need not be. */
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
    return entry;
  }
  function hideKinds(text: string, kinds: readonly Vaulted[], isOwn: boolean): string {
    if (fault('details-reach-the-model')) return text;
    let hidden = '';
    let copied = 0;
    for (const { kind, start, end } of findPersonalData(text, kinds)) {
      if (!isVaulted(kind)) continue;
      hidden += text.slice(copied, start) + keep(kind, text.slice(start, end), isOwn);
      copied = end;
    }
    return hidden + text.slice(copied);
  }
  function hideData(value: unknown): unknown {
    if (typeof value === 'string') return hideKinds(value, VAULTED_IN_DATA, false);
    if (Array.isArray(value)) return value.map(hideData);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideData(item)]));
  }
  const entryOf = (placeholder: string) => byPlaceholder.get(placeholder.toLowerCase());
  return {
    hide: (text, writer) => hideKinds(text, VAULTED_IN_MESSAGES, writer === 'user'),
    hideData,
    restore: (text) => text.replace(PLACEHOLDER, (written) => entryOf(written)?.value ?? written),
    hiddenBy: entryOf,
    ownEmails: () =>
      [...byKey.values()].flatMap(({ kind, value, isOwn }) => (kind === 'email' && isOwn ? [value] : [])),
  };
}

function isVaulted(kind: string): kind is Vaulted {
  return Object.hasOwn(VAULTED, kind);
}

/** Two ways to write one value: letters of either case, and digits however they are spaced. */
function keyOf(value: string): string {
  return value.toLowerCase().replace(/\s/g, '');
}
