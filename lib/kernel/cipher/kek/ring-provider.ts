import 'server-only';
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { encodeContext } from '../context.ts';
import { CipherError } from '../envelope.ts';
import { publicRandomBytes } from '../random-bytes.ts';
import type { KeyringEntry, Ring } from './parse-ring.ts';
import type { KekProvider, WrapContext, Wrapped } from './port.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** nonce 12 · wrapped key 32 · tag 16. */
const WRAPPED_BYTES = NONCE_BYTES + 32 + TAG_BYTES;

/** A ring in this process's memory, and how to look again where it is kept. */
export type RingSource = { readonly ring: () => Ring; readonly reread: () => Ring };

/**
 * Wraps with AES-256-GCM by keys of a ring. A new wrap is by the key that is active where the ring is kept, not where this process
 * began; a key that is not known may have been added since.
 */
export function ringProvider({ ring, reread }: RingSource): KekProvider {
  const named = (kekId: string) => (entry: KeyringEntry) => entry.id === kekId;
  return {
    wrap: (context, key) => settle(() => wrapBy(reread()[0], context, key)),
    unwrap: (stored, context) =>
      settle(() => {
        const known = ring().find(named(stored.kekId)) ?? reread().find(named(stored.kekId));
        return unwrapBy(known, stored, context);
      }),
  };
}

function wrapBy(kek: KeyringEntry | undefined, context: WrapContext, key: Buffer): Wrapped {
  if (!kek) throw new CipherError();
  const nonce = publicRandomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', imported(kek), nonce);
  cipher.setAAD(wrapData(kek.id, context));
  return {
    kekId: kek.id,
    wrapped: Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]),
  };
}

function unwrapBy(kek: KeyringEntry | undefined, stored: Wrapped, context: WrapContext): Buffer {
  const bytes = Buffer.from(stored.wrapped);
  // A shorter tag would be accepted, and is easier to forge.
  if (!kek || bytes.length !== WRAPPED_BYTES) throw new CipherError();
  const decipher = createDecipheriv('aes-256-gcm', imported(kek), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(wrapData(stored.kekId, context));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

const objects = new WeakMap<KeyringEntry, KeyObject>();

/** Once for each key of a ring: importing it costs as much as wrapping does. */
function imported(kek: KeyringEntry): KeyObject {
  const known = objects.get(kek) ?? createSecretKey(kek.key);
  objects.set(kek, known);
  return known;
}

/** Whatever goes wrong inside says one thing only. */
function settle<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch {
    return Promise.reject(new CipherError());
  }
}

function wrapData(kekId: string, context: WrapContext): Buffer {
  return encodeContext({
    table: 'data_key',
    column: `${kekId}:${context.keyId}`,
    tenantId: context.tenantId,
    personId: context.personId,
    conversationId: context.scopeId,
    role: context.scope,
  });
}
