import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { roleSchema } from './roles.ts';

/** Everything but the lists: read first, and in one go. */
export const exportedAboutSchema = z.strictObject({
  profile: z.strictObject({
    personId: z.uuid(),
    email: z.string(),
    label: z.string(),
    role: roleSchema,
    createdAt: instantSchema,
    organisation: z.strictObject({
      name: z.string(),
      locale: z.string(),
      currency: z.string(),
      timeZone: z.string(),
    }),
  }),
  settings: z.strictObject({
    /** The person's own, shorter time for conversations; null: the organisation's. */
    keepConversationsDays: z.int().nullable(),
    keepSetAt: instantSchema.nullable(),
  }),
  /** Consents that were given: the application asks for none, because nothing it does rests on one. */
  consents: z.array(z.never()),
  signIn: z.strictObject({
    passwordSetAt: instantSchema.nullable(),
    links: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
    secondFactor: z
      .strictObject({
        state: z.string(),
        confirmedAt: instantSchema.nullable(),
        recoveryCodesLeft: z.int(),
      })
      .nullable(),
    endedSessions: z.array(z.strictObject({ forgottenAt: instantSchema })),
  }),
  /**
   * That something of theirs or of their organisation has to be kept for a legal claim; never why, nor who decided it: that would harm
   * the claim and those it protects (Art. 15(4), 23 GDPR).
   */
  legalHolds: z.array(
    z.strictObject({
      scope: z.enum(['account', 'organisation']),
      since: instantSchema,
      endedAt: instantSchema.nullable(),
    }),
  ),
  erasures: z.array(
    z.strictObject({ scope: z.string(), subjectId: z.uuid(), requestedAt: instantSchema, state: z.string() }),
  ),
  exports: z.array(z.strictObject({ id: z.uuid(), createdAt: instantSchema, state: z.string() })),
});
export type ExportedAbout = z.infer<typeof exportedAboutSchema>;
