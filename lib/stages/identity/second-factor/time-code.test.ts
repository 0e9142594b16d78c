import { describe, expect, test } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import { codeAt, matchStep, newSecret, otpauthUri } from './time-code.ts';

/** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890, in base 32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Appendix B, SHA-1: seconds since 1970 and the code of eight digits, of which six are the last six. */
const VECTORS = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

describe('a code of the authenticator', () => {
  test.each(VECTORS)('is what RFC 6238 says at %d s', (seconds, code) => {
    const step = BigInt(Math.floor(seconds / 30));
    expect(codeAt(RFC_SECRET, step)).toBe(code.slice(-6));
    expect(matchStep(RFC_SECRET, code.slice(-6), step)).toBe(step);
  });

  test('is taken one step before and after its own, and no further', () => {
    const code = codeAt(RFC_SECRET, 1_000n);
    const taken = [997n, 998n, 999n, 1_000n, 1_001n, 1_002n, 1_003n].map((now) =>
      matchStep(RFC_SECRET, code, now),
    );
    expect(taken).toEqual([null, null, 1_000n, 1_000n, 1_000n, null, null]);
  });

  test.each(['', '12345', '1234567', 'abcdef', '٠٠٠٠٠٠', '-12345', '1e5000'])('is not %j', (code) => {
    expect(matchStep(RFC_SECRET, code, 1_000n)).toBeNull();
  });
});

test('a secret is 160 random bits in base 32, and the key URI holds it with the issuer', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const uri = new URL(otpauthUri(secret, 'owner@northwind.test'));
  expect(uri.protocol + uri.host).toBe('otpauth:totp');
  expect(decodeURIComponent(uri.pathname)).toBe(`/${BRAND.name}:owner@northwind.test`);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: BRAND.name,
    secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
