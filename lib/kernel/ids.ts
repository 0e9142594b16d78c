import 'server-only';
import { v7, validate } from 'uuid';

/** A UUIDv7: sortable by the time it was made. */
export function newId(): string {
  return v7();
}

/**
 * True for a UUID spelled as we spell them. A malformed id is answered like an unknown one; upper case is malformed, because
 * ids are part of what ciphertexts are bound to, letter by letter.
 */
export function isId(value: string): boolean {
  return validate(value) && value === value.toLowerCase();
}
