import 'server-only';
import { sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type PublicReceiptKey, signingKey } from './signing-key.ts';

export type Signature = PublicReceiptKey & { readonly value: string };

/** Signs a JSON value. What is signed is its RFC 8785 form, so that spaces and the order of fields don't matter. */
export function signReceipt<Body extends object>(body: Body): Body & { signature: Signature } {
  const { privateKey, published } = signingKey();
  const value = sign(null, receiptBytes(body), privateKey).toString('base64url');
  return { ...body, signature: { ...published, value } };
}

/** The bytes that a signature is over. Throws `TypeError` where the value is not JSON. */
export function receiptBytes(body: object): Buffer {
  const json = canonicalize(body);
  if (json === undefined) throw new TypeError('Not a JSON value');
  return Buffer.from(json, 'utf8');
}
