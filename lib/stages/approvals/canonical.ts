import 'server-only';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785: one spelling for one value, so that a hash stands for what was meant. Throws on NaN, infinities and lone surrogates. */
export function canonicalJson(value: object): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Not a JSON value');
  return json;
}

/** SHA-256 of a text's UTF-8 bytes. */
export function sha256(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(text, 'utf8').digest());
}
