import 'server-only';
import { fault } from '#faults';
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { type CipherContext, encodeContext } from './context.ts';
import { hkdfSha512 } from './hkdf.ts';
import { publicRandomBytes } from './random-bytes.ts';

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
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const INFO = Buffer.from('countersign:message:v1');
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
  // Written into one buffer: copies would cost as much as the encryption of a message.
  const envelope = Buffer.allocUnsafe(MIN_BYTES + Buffer.byteLength(plaintext, 'utf8'));
  envelope[0] = ENVELOPE_VERSION;
  writeId(dataKey.id, envelope);
  const random = publicRandomBytes(SALT_BYTES + NONCE_BYTES);
  random.copy(envelope, OFFSET.salt, 0, SALT_BYTES);
  random.copy(envelope, OFFSET.nonce, SALT_BYTES);
  const { messageKey, commitment } = derive(dataKey, random.subarray(0, SALT_BYTES));
  commitment.copy(envelope, OFFSET.commitment);
  const cipher = createCipheriv('aes-256-gcm', messageKey, random.subarray(SALT_BYTES));
  cipher.setAAD(encodeContext(context));
  cipher.update(plaintext, 'utf8').copy(envelope, OFFSET.ciphertext);
  cipher.final();
  cipher.getAuthTag().copy(envelope, envelope.length - TAG_BYTES);
  return envelope;
}

/** Throws `CipherError` for every failure: another key, another place, a flipped bit, a cut value, clear text. */
export function open(dataKey: DataKey, context: CipherContext, envelope: Uint8Array): string {
  try {
    return openOrThrow(dataKey, context, viewOf(envelope));
  } catch {
    if (fault('clear-text-fallback')) return Buffer.from(envelope).toString('utf8');
    throw new CipherError();
  }
}

function openOrThrow(dataKey: DataKey, context: CipherContext, envelope: Buffer): string {
  if (envelope.length < MIN_BYTES || envelope[0] !== ENVELOPE_VERSION) throw new CipherError();
  if (envelope.toString('hex', OFFSET.keyId, OFFSET.salt) !== dataKey.id.replaceAll('-', ''))
    throw new CipherError();
  const { messageKey, commitment } = derive(dataKey, envelope.subarray(OFFSET.salt, OFFSET.commitment));
  const isCommitted = timingSafeEqual(commitment, envelope.subarray(OFFSET.commitment, OFFSET.nonce));
  if (!isCommitted && !fault('commitment-skipped')) throw new CipherError();
  const decipher = createDecipheriv(
    'aes-256-gcm',
    messageKey,
    envelope.subarray(OFFSET.nonce, OFFSET.ciphertext),
  );
  decipher.setAAD(encodeContext(context));
  decipher.setAuthTag(envelope.subarray(envelope.length - TAG_BYTES));
  const body = envelope.subarray(OFFSET.ciphertext, envelope.length - TAG_BYTES);
  const text = decipher.update(body);
  // Nothing of it is looked at before the tag was found right.
  decipher.final();
  return text.toString('utf8');
}

/** 64 bytes in one expansion: the message key, then the commitment. */
function derive(dataKey: DataKey, salt: Uint8Array): { messageKey: KeyObject; commitment: Buffer } {
  const bytes = hkdfSha512(dataKey.key, salt, INFO, 64);
  // Imported: a cipher takes several times as long to begin with the bytes of a key.
  return { messageKey: createSecretKey(bytes.subarray(0, 32)), commitment: bytes.subarray(32) };
}

function writeId(id: string, envelope: Buffer): void {
  envelope.write(id.replaceAll('-', ''), OFFSET.keyId, 'hex');
}

/** The same bytes, not copied. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
