import 'server-only';
import { findPersonalData } from '#lib/kernel/personal-data/find-personal-data.ts';
import type { Kind } from '#lib/kernel/personal-data/span.ts';
import { REDACTIONS, type Redaction } from './policy.ts';

/** `removed` counts what was replaced, by type; types that were not found are absent. */
export type Redacted = { text: string; removed: Partial<Record<Redaction, number>> };

/** Account numbers are looked for and kept: the digits of one may pass for a card's. */
const LOOKED_FOR: readonly Kind[] = ['secret', 'iban', 'card_number'];
/** A placeholder parts what stood together, and what is left may then read as another number. */
const MOST_PASSES = 4;

/** Replaces payment card numbers and credentials by placeholders, before text is stored, sent on or logged. Idempotent. */
export function redact(text: string): Redacted {
  const removed: Redacted['removed'] = {};
  let clean = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = redactOnce(clean, removed);
    if (next === clean) break;
    clean = next;
  }
  return { text: clean, removed };
}

function redactOnce(text: string, removed: Redacted['removed']): string {
  let clean = '';
  let copied = 0;
  for (const { kind, start, end } of findPersonalData(text, LOOKED_FOR)) {
    if (kind !== 'secret' && kind !== 'card_number') continue;
    removed[kind] = (removed[kind] ?? 0) + 1;
    clean += text.slice(copied, start) + REDACTIONS[kind].placeholder;
    copied = end;
  }
  return clean + text.slice(copied);
}
