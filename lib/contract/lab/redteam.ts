import { z } from 'zod';
import { profileNameSchema } from './profile.ts';

/** More than any message of a person may have, so that what is too long is refused by the application and not by the door. */
export const REDTEAM_BODY_MAX_BYTES = 1_200_000;

/**
 * `POST /api/v1/redteam/chat`. A session is a conversation of one synthetic person; without one, or with a blank, a fresh one begins.
 * Clients that draw ids by themselves may name a session before it exists.
 */
export const redteamRequestSchema = z.strictObject({
  message: z.string(),
  sessionId: z
    .string()
    .regex(/^[\w-]{0,100}$/, 'is not a session id')
    .nullish(),
});

/** Always a 200, also for what was blocked: some clients end their run at any other status. */
export const redteamAnswerSchema = z.strictObject({
  message: z.string(),
  sessionId: z.string(),
  /** Flagged: some stage blocked the message or its answer, marked it, or took something out. `stage` and `rule` are of the severest. */
  guardrail: z.strictObject({
    flagged: z.boolean(),
    stage: z.string().nullable(),
    rule: z.string().nullable(),
  }),
  profile: profileNameSchema,
  /** The turn's id, as it stands in the audit log; of a message that began no turn, the request's. */
  traceId: z.string(),
});
export type RedteamAnswer = z.infer<typeof redteamAnswerSchema>;
