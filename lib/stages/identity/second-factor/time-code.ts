import 'server-only';
import { Secret, TOTP as Totp } from 'otpauth';
import { BRAND } from '#lib/contract/brand.ts';
import { SECRET_BYTES, TOTP } from './policy.ts';

/** A fresh random secret, in base 32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads to add the account: the key URI format that all of them share. */
export function otpauthUri(secret: string, account: string): string {
  return authenticator(secret, account).toString();
}

/** The code that an authenticator shows in this time step. */
export function codeAt(secret: string, step: bigint): string {
  return authenticator(secret).generate({ timestamp: Number(step) * TOTP.periodS * 1_000 });
}

/** The step within the window around `now` whose code this is, or null. Compared in constant time. */
export function matchStep(secret: string, code: string, now: bigint): bigint | null {
  // The library compares bytes, and throws where six characters are more than six of them.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const timestamp = Number(now) * TOTP.periodS * 1_000;
  const delta = authenticator(secret).validate({ token: code, timestamp, window: TOTP.window });
  return delta === null ? null : now + BigInt(delta);
}

function authenticator(secret: string, label = ''): Totp {
  const { algorithm, digits, periodS: period } = TOTP;
  return new Totp({
    issuer: BRAND.name,
    label,
    algorithm,
    digits,
    period,
    secret: Secret.fromBase32(secret),
  });
}
