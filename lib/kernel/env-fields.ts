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
