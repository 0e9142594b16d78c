import 'server-only';
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { env } from '../env.ts';

/** DER of an Ed25519 private key up to its 32-byte seed (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** DER of an Ed25519 public key up to its 32 bytes (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** `publicKey` is the 32 bytes in base64url; `keyId` the first 16 hexadecimal digits of their SHA-256. */
export type PublicReceiptKey = {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  readonly publicKey: string;
};

/** The key that receipts are signed with: RECEIPT_SIGNING_KEY, or one derived from HASH_SECRET where that is not set. */
export function signingKey(): { privateKey: KeyObject; published: PublicReceiptKey } {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed()]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, published: describeKey(spki.subarray(SPKI_PREFIX.length)) };
}

/** A public key from its 32 bytes. Throws where they are no such key. */
export function publicKeyFrom(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' });
}

export function describeKey(bytes: Uint8Array): PublicReceiptKey {
  return {
    algorithm: 'Ed25519',
    keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    publicKey: Buffer.from(bytes).toString('base64url'),
  };
}

function seed(): Buffer {
  const { RECEIPT_SIGNING_KEY, HASH_SECRET, SESSION_SECRET } = env();
  if (RECEIPT_SIGNING_KEY !== '') return Buffer.from(RECEIPT_SIGNING_KEY, 'base64url');
  return Buffer.from(
    hkdfSync('sha256', HASH_SECRET || SESSION_SECRET, '', 'countersign:receipt-signing', 32),
  );
}
