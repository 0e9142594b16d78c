import 'server-only';
import { fault } from '#faults';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CipherContext, encodeContext } from './context.ts';

/**
 * The final format of every encrypted column, in bytes:
 * version 1 · data key id 16 · salt 32 · commitment 32 · nonce 12 · ciphertext n · tag 16.
 *
 * Each message has its own key: HKDF-SHA512 of the data key with a random 32-byte salt gives the message key and a
 * commitment to it, as in the committing suites of the AWS Encryption SDK (algorithm 0x0478). The commitment is
 * compared in constant time before anything is decrypted, so no ciphertext opens under two keys.
 */
export const ENVELOPE_VERSION = 1;
const OFFSET = { keyId: 1, salt: 17, commitment: 49, nonce: 81, ciphertext: 93 } as const;
const TAG_BYTES = 16;
const MIN_BYTES = OFFSET.ciphertext + TAG_BYTES;

/** A data key in the clear, in memory only. `id` is the UUID of its row. */
export type DataKey = { readonly id: string; readonly key: Buffer };

/** Everything that can go wrong when opening says this and only this. */
export class CipherError extends Error {
  constructor() {
    super('This value cannot be decrypted here.');
    this.name = 'CipherError';
  }
}

/** Encrypts a text for its place: it opens with this data key and in this context only. */
export function seal(dataKey: DataKey, context: CipherContext, plaintext: string): Buffer<ArrayBuffer> {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const { messageKey, commitment } = derive(dataKey, salt);
  const cipher = createCipheriv('aes-256-gcm', messageKey, nonce);
  cipher.setAAD(encodeContext(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([
    Buffer.of(ENVELOPE_VERSION),
    idBytes(dataKey.id),
    salt,
    commitment,
    nonce,
    ciphertext,
    cipher.getAuthTag(),
  ]);
}

/** Throws `CipherError` for every failure: another key, another place, a flipped bit, a cut value, clear text. */
export function open(dataKey: DataKey, context: CipherContext, envelope: Uint8Array): string {
  try {
    return openOrThrow(dataKey, context, Buffer.from(envelope));
  } catch {
    if (fault('clear-text-fallback')) return Buffer.from(envelope).toString('utf8');
    throw new CipherError();
  }
}

function openOrThrow(dataKey: DataKey, context: CipherContext, envelope: Buffer): string {
  if (envelope.length < MIN_BYTES || envelope[0] !== ENVELOPE_VERSION) throw new CipherError();
  if (!envelope.subarray(OFFSET.keyId, OFFSET.salt).equals(idBytes(dataKey.id))) throw new CipherError();
  const { messageKey, commitment } = derive(dataKey, envelope.subarray(OFFSET.salt, OFFSET.commitment));
  if (!timingSafeEqual(commitment, envelope.subarray(OFFSET.commitment, OFFSET.nonce)))
    throw new CipherError();
  const decipher = createDecipheriv(
    'aes-256-gcm',
    messageKey,
    envelope.subarray(OFFSET.nonce, OFFSET.ciphertext),
  );
  decipher.setAAD(encodeContext(context));
  decipher.setAuthTag(envelope.subarray(envelope.length - TAG_BYTES));
  const body = envelope.subarray(OFFSET.ciphertext, envelope.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** 64 bytes in one expansion: the message key, then the commitment. */
function derive(dataKey: DataKey, salt: Uint8Array): { messageKey: Buffer; commitment: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha512', dataKey.key, salt, 'countersign:message:v1', 64));
  return { messageKey: bytes.subarray(0, 32), commitment: bytes.subarray(32) };
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
