import 'server-only';
import { randomInt } from 'node:crypto';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { RECOVERY } from './policy.ts';

/** Fresh recovery codes, such as `7KQ2-M0XW-9HRT`. */
export function newRecoveryCodes(): string[] {
  const { count, groups } = RECOVERY;
  return Array.from({ length: count }, () => Array.from({ length: groups }, newGroup).join('-'));
}

/** What is stored of a code. Bound to the person: the same code of two people has two hashes. Null for what is none. */
export function hashRecoveryCode(viewer: Viewer, text: string): Buffer<ArrayBuffer> | null {
  // Crockford reads O as 0, I and L as 1.
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (code.length !== RECOVERY.groups * RECOVERY.groupCharacters) return null;
  if (![...code].every((character) => RECOVERY.alphabet.includes(character))) return null;
  return keyedHash('recovery-code', `${viewer.personId}:${code}`);
}

function newGroup(): string {
  const characters = Array.from({ length: RECOVERY.groupCharacters }, () =>
    RECOVERY.alphabet.charAt(randomInt(RECOVERY.alphabet.length)),
  );
  return characters.join('');
}
