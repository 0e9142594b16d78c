import 'server-only';
import { randomBytes } from 'node:crypto';
import { fault } from '#faults';
import { newId } from '../ids.ts';
import type { DataKeyContext } from './context.ts';
import { CipherError, type DataKey } from './envelope.ts';
import { keyEncryption } from './kek/provider.ts';

const KEY_BYTES = 32;

/** A row of `data_key` before it is stored. */
export type WrappedDataKey = { id: string; kekId: string; wrapped: Buffer<ArrayBuffer> };

/**
 * A fresh random data key, and the same key wrapped by the active key-encryption key.
 * @throws {AppError} `busy` where the service that holds that key can't be asked
 */
export async function createDataKey(
  context: DataKeyContext,
): Promise<{ dataKey: DataKey; stored: WrappedDataKey }> {
  const key = fault('shared-data-key') ? Buffer.alloc(KEY_BYTES, 1) : randomBytes(KEY_BYTES);
  const dataKey = { id: newId(), key };
  const { kekId, wrapped } = await keyEncryption().wrap({ ...context, keyId: dataKey.id }, dataKey.key);
  return { dataKey, stored: { id: dataKey.id, kekId, wrapped: Buffer.from(wrapped) } };
}

/**
 * Throws `CipherError` when the key is destroyed, its key-encryption key is not there, or it belongs elsewhere; `AppError`
 * `busy` where the service that holds the key-encryption key can't be asked.
 */
export async function unwrapDataKey(
  stored: { id: string; kekId: string; wrapped: Uint8Array | null },
  context: DataKeyContext,
): Promise<DataKey> {
  const { id, kekId, wrapped } = stored;
  // Whatever is remembered of a key: its row decides whether it still exists.
  if (wrapped === null) throw new CipherError();
  const key = await keyEncryption().unwrap({ kekId, wrapped }, { ...context, keyId: id });
  if (key.length !== KEY_BYTES) throw new CipherError();
  return { id, key };
}
