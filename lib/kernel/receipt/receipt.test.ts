import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receiptBytes, signReceipt } from './sign-receipt.ts';
import { signingKey } from './signing-key.ts';
import { verifyReceipt } from './verify-receipt.ts';

const BODY = { kind: 'erasure', removed: { messages: 2 }, keys: ['a', 'b'] };
const trusted = () => signingKey().published.publicKey;

describe('a signed receipt', () => {
  test('is genuine, however its JSON is spaced and its fields are ordered', () => {
    const signed = signReceipt(BODY);
    const turned = Object.fromEntries(Object.entries(signed).toReversed());
    expect(verifyReceipt(signed, trusted())).toBe('genuine');
    expect(verifyReceipt(JSON.parse(JSON.stringify(turned, null, 4)), trusted())).toBe('genuine');
  });

  test('is not, once anything in it was changed, added or taken away', () => {
    const signed = signReceipt(BODY);
    expect(verifyReceipt({ ...signed, removed: { messages: 3 } }, trusted())).toBe('altered');
    expect(verifyReceipt({ ...signed, more: 1 }, trusted())).toBe('altered');
    expect(verifyReceipt({ ...signed, keys: undefined }, trusted())).not.toBe('genuine');
    const hidden = JSON.stringify(signed).replace('{', '{"__proto__":{"messages":9},');
    expect(verifyReceipt(JSON.parse(hidden), trusted())).toBe('altered');
    const { keys: _gone, ...less } = signed;
    expect(verifyReceipt(less, trusted())).toBe('altered');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const value = Buffer.from(signed.signature.value, 'base64url');
        value[at] = (value[at] ?? 0) ^ flip;
        const bent = { ...signed.signature, value: value.toString('base64url') };
        expect(verifyReceipt({ ...signed, signature: bent }, trusted())).toBe('altered');
      }),
      { numRuns: 40 },
    );
  });

  test('of somebody who signs with a key of their own, and names that key, is not ours', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
    const value = sign(null, receiptBytes(BODY), privateKey).toString('base64url');
    const forged = { ...BODY, signature: { algorithm: 'Ed25519', keyId: 'x', publicKey: bytes, value } };
    expect(verifyReceipt(forged, trusted())).toBe('other_key');
  });

  test('is told from what is none', () => {
    for (const none of [null, 7, 'x', {}, BODY, { signature: 'x' }])
      expect(verifyReceipt(none, trusted())).toBe('no_receipt');
  });
});
