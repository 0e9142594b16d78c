import 'server-only';
import { env } from '../../env.ts';
import { CipherError } from '../envelope.ts';
import { cached } from './key-cache.ts';
import { kmsProvider } from './kms-provider.ts';
import { CACHE, KMS_PREFIX } from './policy.ts';
import type { KekProvider } from './port.ts';
import { knownRing, rereadRing } from './read-ring.ts';
import { ringProvider } from './ring-provider.ts';

const ring = ringProvider({ ring: knownRing, reread: rereadRing });
let remote: KekProvider | null = null;

/**
 * The key-encryption keys that the settings name. New keys are wrapped by the one that `KEK_PROVIDER` means; each stored one is
 * unwrapped by whichever wrapped it, so that moving from one to another is a rotation like any other.
 */
export function keyEncryption(): KekProvider {
  return {
    wrap: (context, key) => (env().KEK_PROVIDER === 'aws-kms' ? kms() : ring).wrap(context, key),
    unwrap: (stored, context) => (stored.kekId.startsWith(KMS_PREFIX) ? kms() : ring).unwrap(stored, context),
  };
}

/** Which key wraps now, and every key that can be unwrapped by, the active one among them. */
export function keksOnRing(): { active: string; known: readonly string[] } {
  const local = rereadRing().map(({ id }) => id);
  const away = kmsKeyIds().map((id) => `${KMS_PREFIX}${id}`);
  const [active] = env().KEK_PROVIDER === 'aws-kms' ? away : local;
  return { active: active ?? '', known: [...local, ...away] };
}

function kms(): KekProvider {
  const { KEK_KMS_REGION: region, KEK_KMS_ENDPOINT: endpoint } = env();
  const keyIds = kmsKeyIds();
  if (keyIds.length === 0) return NONE;
  return (remote ??= cached(kmsProvider({ keyIds, region, endpoint }), CACHE));
}

const NONE: KekProvider = {
  wrap: () => Promise.reject(new CipherError()),
  unwrap: () => Promise.reject(new CipherError()),
};

function kmsKeyIds(): readonly string[] {
  return (env().KEK_KMS_KEY_ID ?? '').split(',').filter((id) => id !== '');
}
