import { readFileSync } from 'node:fs';
import { parseRing, type Ring, ringText } from '#lib/kernel/cipher/kek/parse-ring.ts';
import { CommandError } from '#scripts/console/step.ts';
import { changeSettings, readSettingsFile, type Settings, settingsFile } from '#scripts/settings/env-file.ts';
import { replaceFile } from '#scripts/settings/replace-file.ts';

/** Where the ring is kept and can be changed. `write` replaces it whole, in one step. */
export type RingPlace = { readonly ring: Ring; readonly write: (ring: Ring) => void };

/**
 * The place of the ring that wraps new keys, or why no key can be added to it here: an outside key service, or the environment.
 * @throws {CommandError} where it can't be read
 */
export function ringPlace(settings: Settings, given: Settings): RingPlace | { readonly elsewhere: string } {
  if (settings.KEK_PROVIDER === 'aws-kms')
    return { elsewhere: 'KEK_KMS_KEY_ID: put a new key of AWS KMS in front of it' };
  const file = settings.KEK_KEYRING_FILE;
  if (file)
    return {
      ring: parsed('KEK_KEYRING_FILE', readText(file)),
      write: (ring) => replaceFile(file, `${ringText(ring)}\n`),
    };
  if (given.KEK_KEYRING !== undefined)
    return { elsewhere: 'KEK_KEYRING comes from the environment: put a new key in front of it there' };
  return {
    ring: parsed('KEK_KEYRING', readSettingsFile().KEK_KEYRING ?? ''),
    write: (ring) => changeSettings({ KEK_KEYRING: ringText(ring) }, settingsFile),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandError('KEK_KEYRING_FILE names a file that cannot be read.');
  }
}

function parsed(name: string, text: string): Ring {
  const result = parseRing(text);
  if ('problem' in result) throw new CommandError(`${name} ${result.problem}.`);
  return result.ring;
}
