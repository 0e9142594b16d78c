import 'server-only';
import { z } from 'zod';
import { secretWeakness } from './env-rules.ts';

/** `1` or `0`; blank is off. */
export const flag = z.enum(['', '0', '1'], 'must be 0 or 1').transform((value) => value === '1');
/** Any text, trimmed. */
export const text = z.string().trim();
/** Blank or a PostgreSQL URL. */
export const postgresUrl = text.refine(
  (value) => value === '' || /^postgres(ql)?:\/\/.+/.test(value),
  'is not a postgresql:// URL',
);
/** A whole number within bounds; blank is the fallback. */
export const number = (least: number, most: number, fallback: number) =>
  text
    .regex(/^\d*$/, 'is not a number')
    .transform((value) => (value === '' ? fallback : Number(value)))
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`);
/** A secret of at least that many random bytes. */
export const secret = (minBytes: number) =>
  text.superRefine((value, context) => {
    const weakness = secretWeakness(value, minBytes);
    if (weakness) context.addIssue({ code: 'custom', message: weakness });
  });
/** Blank, or a secret of 16 random bytes or more. */
export const optionalSecret = text.superRefine((value, context) => {
  const weakness = value === '' ? null : secretWeakness(value, 16);
  if (weakness) context.addIssue({ code: 'custom', message: weakness });
});
/** Blank, or exactly 32 random bytes in base64url. */
export const signingSeed = optionalSecret.refine(
  (value) => value === '' || Buffer.from(value, 'base64url').length === 32,
  'is not 32 bytes in base64url',
);
/** Blank or a URL. */
export const optionalUrl = text.refine((value) => value === '' || URL.canParse(value), 'is not a URL');

/** A key-encryption key: `id` names it in wrapped data keys, `key` is 32 bytes. */
export type KeyringEntry = { readonly id: string; readonly key: Buffer };

/** `kek-1:<base64 of 32 bytes>[,older…]`; the first is the active one. */
export const keyring = text.transform((value, context): readonly KeyringEntry[] => {
  if (value === '') {
    context.addIssue({ code: 'custom', message: 'is missing' });
    return z.NEVER;
  }
  const entries: KeyringEntry[] = [];
  for (const part of value.split(',')) {
    const match = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part.trim());
    const key = Buffer.from(match?.[2] ?? '', 'base64');
    if (!match?.[1] || key.length !== 32 || entries.some((entry) => entry.id === match[1])) {
      context.addIssue({
        code: 'custom',
        message: 'is malformed (kek-1:<base64 of 32 bytes>[,older…], ids unique)',
      });
      return z.NEVER;
    }
    if (new Set(key).size < 16) {
      context.addIssue({
        code: 'custom',
        message: 'holds a key that is too easy to guess (use random bytes)',
      });
      return z.NEVER;
    }
    entries.push({ id: match[1], key });
  }
  return Object.freeze(entries);
});
