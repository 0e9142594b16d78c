import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** `GET /api/me/factor`: the person's own second factor. `begun` was enrolled and never confirmed: it proves nothing. */
export const factorStateSchema = z.strictObject({
  state: z.enum(['none', 'begun', 'confirmed']),
  confirmedAt: instantSchema.nullable(),
  /** Codes are refused for so many more seconds, after too many wrong ones. */
  lockedForS: z.int(),
  recoveryCodesLeft: z.int(),
});
export type FactorState = z.infer<typeof factorStateSchema>;

/** `POST /api/me/factor`: shown while enrolling, never again. `secret` is base 32, `uri` what an authenticator app reads. */
export const enrolmentSchema = z.strictObject({ secret: z.string(), uri: z.string() });
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** `PUT` and `DELETE /api/me/factor` */
export const factorCodeSchema = z.strictObject({ code: z.string().trim().min(1).max(32) });

/** Answer to `PUT`: shown once. */
export const recoveryCodesSchema = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** `GET /api/me/factor/demo-code`, only while DEMO=1. */
export const demoCodeSchema = z.strictObject({ code: z.string() });
