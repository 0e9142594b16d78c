import 'server-only';
import { timingSafeEqual, verify } from 'node:crypto';
import { z } from 'zod';
import { describeKey, publicKeyFrom } from './signing-key.ts';
import { receiptBytes } from './sign-receipt.ts';

const KEY_BYTES = 32;
const signedSchema = z.looseObject({
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    keyId: z.string(),
    publicKey: z.string(),
    value: z.string(),
  }),
});

export type ReceiptVerdict = 'genuine' | 'altered' | 'other_key' | 'no_receipt';

/**
 * Whether `receipt` was signed with the key whose public half is `trusted` (base64url of 32 bytes), and not changed since. The
 * key inside the receipt is never believed: anyone could have put one there.
 */
export function verifyReceipt(receipt: unknown, trusted: string): ReceiptVerdict {
  const parsed = signedSchema.safeParse(receipt);
  const key = Buffer.from(trusted, 'base64url');
  if (!parsed.success || key.length !== KEY_BYTES) return 'no_receipt';
  const { signature } = parsed.data;
  // Out of the receipt itself: what a schema passes over, such as `__proto__`, would not be looked at.
  const { signature: _signature, ...body } = receipt as Record<string, unknown>;
  const named = Buffer.from(signature.publicKey, 'base64url');
  if (named.length !== KEY_BYTES || !timingSafeEqual(named, key)) return 'other_key';
  if (signature.keyId !== describeKey(key).keyId) return 'altered';
  const value = Buffer.from(signature.value, 'base64url');
  return verify(null, receiptBytes(body), publicKeyFrom(key), value) ? 'genuine' : 'altered';
}
