import 'server-only';
import { STRICT_KINDS } from '#lib/kernel/personal-data/span.ts';
import { compactOf } from './find-known.ts';
import { plainAddress } from './plain-address.ts';
import {
  KNOWN_AGAIN,
  KNOWN_AGAIN_FEWEST,
  NEVER_GIVEN_BACK,
  VAULT_DOMAIN,
  VAULTED,
  type Vaulted,
} from './policy.ts';

export type Detail = { kind: Vaulted; placeholder: string; value: string; isOwn: boolean };

/** The details of one conversation, each under one placeholder. */
export type DetailBook = {
  /** The placeholder of a detail, new or known; undefined for what everybody may read. */
  keep: (kind: Vaulted, written: string, isOwn: boolean) => string | undefined;
  byPlaceholder: (placeholder: string) => Detail | undefined;
  /** A number that was kept, by its letters and digits: what the word beside it gave away once is known from then on. */
  byCompact: (compact: string) => Detail | undefined;
  hasNumbers: () => boolean;
  all: () => Detail[];
};

const STRICT: ReadonlySet<string> = new Set(STRICT_KINDS);

/** @param published addresses and numbers that everybody may read */
export function createDetailBook(published: readonly string[]): DetailBook {
  const isPublished = new Set(published.map(keyOf));
  const byKey = new Map<string, Detail>();
  const placeholders = new Map<string, Detail>();
  const numbers = new Map<string, Detail>();

  function add(kind: Vaulted, value: string, key: string): Detail {
    const placeholder = `${VAULTED[kind]}-${byKey.size + 1}@${VAULT_DOMAIN}`;
    const detail = { kind, placeholder, value, isOwn: false };
    byKey.set(key, detail);
    placeholders.set(placeholder, detail);
    const compact = compactOf(value);
    const isLong = !STRICT.has(kind) || compact.length >= KNOWN_AGAIN_FEWEST;
    if (KNOWN_AGAIN.includes(kind) && isLong) numbers.set(compact, detail);
    return detail;
  }
  return {
    keep(kind, written, isOwn) {
      const value = kind === 'email' ? plainAddress(written) : written;
      const key = keyOf(value);
      if (isPublished.has(key)) return undefined;
      const detail = byKey.get(key) ?? add(kind, value, key);
      detail.isOwn ||= isOwn && !NEVER_GIVEN_BACK.includes(kind);
      return detail.placeholder;
    },
    byPlaceholder: (placeholder) => placeholders.get(placeholder.toLowerCase()),
    byCompact: (compact) => numbers.get(compact),
    hasNumbers: () => numbers.size > 0,
    all: () => [...byKey.values()],
  };
}

/** Two ways to write one value: letters of either case, and digits however they are spaced. */
function keyOf(value: string): string {
  return value.toLowerCase().replace(/\s/g, '');
}
