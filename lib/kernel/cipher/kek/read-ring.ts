import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import { parseEnv as parseText } from 'node:util';
import { type Env, env, EnvError } from '../../env.ts';
import { log } from '../../log.ts';
import { heldSecrets } from '../../secrets/hold-secrets.ts';
import { parseRing, type Ring } from './parse-ring.ts';

/** Where a ring is kept: a file of its own, or a line of the settings file. Null where it is in the environment alone. */
type Place = { readonly path: string; readonly setting: 'KEK_KEYRING_FILE' | 'KEK_KEYRING' };

let held: { ring: Ring; stamp: string } | null = null;

/** The ring as this process knows it. Throws `EnvError` where a file that settings name can't be used. */
export function knownRing(): Ring {
  const place = placeOfRing();
  // Where only the environment has it, it is as it was at the start; where a service has it, as that said last.
  if (!place) return env().KEK_KEYRING;
  if (!held && place.setting === 'KEK_KEYRING') held = { ring: env().KEK_KEYRING, stamp: '' };
  held ??= readPlace(place);
  return held.ring;
}

/**
 * The ring as it is kept now: one look at the file's date, and a second read where that changed. A file that can't be read any
 * more takes no key out of a process that runs.
 */
export function rereadRing(): Ring {
  const known = knownRing();
  const place = placeOfRing();
  if (!place) return known;
  try {
    if (stampOf(place.path) !== held?.stamp) held = readPlace(place);
  } catch {
    log.warn('keys.ring_unreadable');
  }
  return held?.ring ?? known;
}

/** The ring that these settings mean, read afresh. Throws `EnvError` as `knownRing`. */
export function readRing(settings: Env): Ring {
  const { KEK_KEYRING_FILE: path, KEK_KEYRING: ring } = settings;
  return path ? readPlace({ path, setting: 'KEK_KEYRING_FILE' }).ring : ring;
}

function placeOfRing(): Place | null {
  const { KEK_KEYRING_FILE: own, KEK_RELOAD_FILE: settings } = env();
  if (own) return { path: own, setting: 'KEK_KEYRING_FILE' };
  // A service that keeps the ring is asked again by itself, and its answer is among the settings.
  if (heldSecrets()?.layers['aws-secrets-manager']?.KEK_KEYRING) return null;
  return settings ? { path: settings, setting: 'KEK_KEYRING' } : null;
}

function readPlace({ path, setting }: Place): { ring: Ring; stamp: string } {
  const refuse = (problem: string) => new EnvError([`${setting} ${problem}`]);
  let text: string;
  let stamp: string;
  try {
    // Before the text: what is written in between is read with the next look.
    stamp = stampOf(path);
    if (isOpenToOthers(path)) throw refuse('can be read by others: chmod 600');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof EnvError) throw error;
    throw refuse('names a file that cannot be read');
  }
  const parsed = parseRing(setting === 'KEK_KEYRING' ? (parseText(text).KEK_KEYRING ?? '') : text);
  if ('problem' in parsed) throw refuse(parsed.problem);
  return { ring: parsed.ring, stamp };
}

/** Differs for every file that was put in the place of another. */
function stampOf(path: string): string {
  const { ino, mtimeNs, size } = statSync(path, { bigint: true });
  return `${ino}:${mtimeNs}:${size}`;
}

function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
