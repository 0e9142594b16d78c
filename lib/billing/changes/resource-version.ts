import 'server-only';
import { createHash } from 'node:crypto';

/** Hexadecimal digits that are kept: 128 bits. */
const LENGTH = 32;

/** Names the facts that a draft rests on: other facts, another version. */
export function resourceVersion(facts: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(facts, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(json).digest('hex').slice(0, LENGTH);
}
