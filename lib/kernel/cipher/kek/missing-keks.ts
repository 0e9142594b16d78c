import 'server-only';
import type { Env } from '../../env.ts';
import { KMS_PREFIX } from './policy.ts';
import { readRing } from './read-ring.ts';

/**
 * What a process is refused with whose settings lack a key-encryption key that stored data keys need: one line for each, with its
 * name. Without it whatever those keys encrypt would be unreadable, and only the people whose it is would notice.
 * @param needed `kek_id`s of undestroyed data keys, from `cs.keks_in_use()`
 * @throws {EnvError} where the ring itself can't be read
 */
export function missingKeks(settings: Env, needed: readonly string[]): string[] {
  const ring = new Set(readRing(settings).map(({ id }) => id));
  const remote = new Set(settings.KEK_KMS_KEY_ID.split(',').map((id) => `${KMS_PREFIX}${id}`));
  return needed
    .filter((id) => !ring.has(id) && !remote.has(id))
    .map((id) => `${settingFor(settings, id)} lacks ${id}, which stored keys still need: put it back.`);
}

function settingFor(settings: Env, kekId: string): string {
  if (kekId.startsWith(KMS_PREFIX)) return 'KEK_KMS_KEY_ID';
  return settings.KEK_KEYRING_FILE ? 'KEK_KEYRING_FILE' : 'KEK_KEYRING';
}
