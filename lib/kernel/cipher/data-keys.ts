import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import { newId } from '../ids.ts';
import { encodeContext } from './context.ts';
import { CipherError, type DataKey } from './envelope.ts';

/** What a wrapped data key is for; bound to the wrap, so a key moved to another row does not unwrap. */
export type DataKeyContext = {
  readonly scope: 'conversation' | 'person' | 'tenant' | 'case' | 'hold';
  readonly scopeId: string;
  readonly tenantId: string;
  readonly personId: string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** nonce 12 · wrapped key 32 · tag 16. */
const WRAPPED_BYTES = NONCE_BYTES + 32 + TAG_BYTES;

/** A row of `data_key` before it is stored. */
export type WrappedDataKey = { id: string; kekId: string; wrapped: Buffer<ArrayBuffer> };

/** A fresh random data key, and the same key wrapped by the active key-encryption key. */
export function createDataKey(context: DataKeyContext): { dataKey: DataKey; stored: WrappedDataKey } {
  const dataKey = { id: newId(), key: randomBytes(32) };
  const [active] = env().KEK_KEYRING;
  if (!active) throw new CipherError();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', active.key, nonce);
  cipher.setAAD(wrapContext(dataKey.id, active.id, context));
  const wrapped = Buffer.concat([nonce, cipher.update(dataKey.key), cipher.final(), cipher.getAuthTag()]);
  return { dataKey, stored: { id: dataKey.id, kekId: active.id, wrapped } };
}

/** Throws `CipherError` when the key is destroyed, its key-encryption key is not on the ring, or it belongs elsewhere. */
export function unwrapDataKey(
  stored: { id: string; kekId: string; wrapped: Uint8Array | null },
  context: DataKeyContext,
): DataKey {
  const kek = env().KEK_KEYRING.find((entry) => entry.id === stored.kekId);
  if (!kek || stored.wrapped === null) throw new CipherError();
  try {
    const bytes = Buffer.from(stored.wrapped);
    // A shorter tag would be accepted, and is easier to forge.
    if (bytes.length !== WRAPPED_BYTES) throw new CipherError();
    const decipher = createDecipheriv('aes-256-gcm', kek.key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(wrapContext(stored.id, stored.kekId, context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return {
      id: stored.id,
      key: Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
    };
  } catch {
    throw new CipherError();
  }
}

function wrapContext(keyId: string, kekId: string, context: DataKeyContext): Buffer {
  return encodeContext({
    table: 'data_key',
    column: `${kekId}:${keyId}`,
    tenantId: context.tenantId,
    personId: context.personId,
    conversationId: context.scopeId,
    role: context.scope,
  });
}
