import 'server-only';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { KEY_FILE_MS } from '../policy.ts';
import { rememberKeys } from '#lib/kernel/secrets/redact.ts';
import type { KeyRing } from './key-ring.ts';
import { readKeys } from './read-keys.ts';

/**
 * The keys in a file.
 * @throws {Error} that names the setting and never the content, where it can't be read or holds none
 */
export function readKeyFile(path: string): string[] {
  let keys: string[] = [];
  try {
    keys = readKeys(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('OPENAI_API_KEY_FILE: the file can’t be read.');
  }
  if (keys.length === 0) throw new Error('OPENAI_API_KEY_FILE: there is no key in the file.');
  rememberKeys(keys);
  return keys;
}

/**
 * Keeps a ring as its file is, until `stop`. A file that is gone or empty changes nothing: the last good ring stays. Looked at
 * again and again, because nothing tells reliably of a change in a file that a container mounts.
 */
export function watchKeyFile(path: string, ring: KeyRing): { stop: () => void } {
  let seen = '';
  let inForce = '';
  const look = async () => {
    const text = await readFile(path, 'utf8');
    const isSettled = text === seen;
    seen = text;
    if (!isSettled || text === inForce) return;
    inForce = text;
    const keys = readKeys(text);
    if (keys.length === 0) return;
    rememberKeys(keys);
    ring.replace(keys);
  };
  const timer = setInterval(() => void look().catch(() => undefined), KEY_FILE_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Keeps a ring as the settings are, which follow a mounted file or a secrets service, until `stop`.
 * @param look at the keys in force; what it throws changes nothing
 */
export function followSettings(look: () => readonly string[], ring: KeyRing): { stop: () => void } {
  let inForce = look().join();
  const timer = setInterval(() => {
    let keys: readonly string[] = [];
    try {
      keys = look();
    } catch {
      return;
    }
    if (keys.length === 0 || keys.join() === inForce) return;
    inForce = keys.join();
    ring.replace(keys);
  }, KEY_FILE_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
