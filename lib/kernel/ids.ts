import 'server-only';
import { v7, validate } from 'uuid';

/** A UUIDv7: sortable by the time it was made. */
export function newId(): string {
  return v7();
}

/** True for a well-formed UUID. A malformed id is answered like an unknown one. */
export function isId(value: string): boolean {
  return validate(value);
}
