import 'server-only';
import { fault } from '#faults';
import { PEM_BLOCK, SECRET_SHAPES } from '../secret-shapes.ts';
import { LEAST_REDACTED, MOST_REMEMBERED, REDACTED } from './policy.ts';
import { type Given, SECRET_NAMES } from './secret-source.ts';

// On globalThis for the same reason as the secrets themselves.
const holder = globalThis as typeof globalThis & { countersignKnownSecrets?: Set<string> };
const known = (holder.countersignKnownSecrets ??= new Set());

const SHAPES = new RegExp(SECRET_SHAPES.map(({ pattern }) => pattern).join('|'), 'g');

/** Remembers what must never be written anywhere: values in force, and those that were. */
export function rememberSecrets(values: Given): void {
  for (const name of SECRET_NAMES) for (const piece of piecesOf(values[name] ?? '')) known.add(piece);
  for (const oldest of known) {
    if (known.size <= MOST_REMEMBERED) break;
    known.delete(oldest);
  }
}

/** The same of keys that are kept elsewhere, such as a file of provider keys. */
export function rememberKeys(keys: readonly string[]): void {
  for (const key of keys) for (const piece of piecesOf(key)) known.add(piece);
}

/** The text without secrets: those that are known, however they are embedded, and what looks like one. */
export function redact(text: string): string {
  if (fault('log-not-redacted')) return text;
  let clean = text;
  for (const piece of known) if (clean.includes(piece)) clean = clean.replaceAll(piece, REDACTED);
  return clean.replace(SHAPES, REDACTED).replace(PEM_BLOCK, REDACTED);
}

/** A secret, each member of a ring, the password in an address; as typed and as an address spells it. */
function piecesOf(value: string): string[] {
  const members = value.split(/[,\s]+/).map((one) => one.replace(/^kek-\d+:/, ''));
  // A ring's member would pass for an address of its own kind.
  const password = value.includes('://') ? (URL.parse(value)?.password ?? null) : null;
  const pieces = password === null ? [value, ...members] : [password];
  return pieces
    .flatMap((one) => [one, encodeURIComponent(one)])
    .filter((one) => one.length >= LEAST_REDACTED);
}
