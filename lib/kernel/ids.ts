import 'server-only';
import { v7, validate } from 'uuid';

/** The nil UUID: before every other id, and where there is no person or no customer. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

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
