import { z } from 'zod';

/**
 * The one error table: code → HTTP status → the sentence a person reads.
 * `retryable` tells the page whether "Try again" makes sense with the same draft.
 */
export const ERROR_TABLE = {
  malformed: { status: 400, retryable: false, sentence: 'That request was not in a form we understand.' },
  unsupported_media: { status: 415, retryable: false, sentence: 'Please send JSON.' },
  method_not_allowed: {
    status: 405,
    retryable: false,
    sentence: 'That is not something this address can do.',
  },
  no_session: { status: 401, retryable: false, sentence: 'Please sign in again.' },
  sign_in_failed: {
    status: 401,
    retryable: false,
    sentence: 'That e-mail and password do not match an account.',
  },
  bad_origin: { status: 403, retryable: false, sentence: 'This request did not come from our own pages.' },
  address_refused: {
    status: 403,
    retryable: false,
    sentence: 'This service can’t be used from your network.',
  },
  not_found: { status: 404, retryable: false, sentence: 'We could not find that.' },
  too_large: {
    status: 413,
    retryable: false,
    sentence: 'That is too long. Please shorten it and send it again.',
  },
  rate_limited: {
    status: 429,
    retryable: true,
    sentence: 'That was a lot of messages in a short time. Please wait a moment.',
  },
  budget_exhausted: {
    status: 429,
    retryable: true,
    sentence: 'Your allowance for the assistant is used up for now.',
  },
  busy: {
    status: 503,
    retryable: true,
    sentence: 'We are very busy right now. Please try again in a moment.',
  },
  paused: {
    status: 503,
    retryable: true,
    sentence: 'The assistant is paused at the moment. Your bill pages still work.',
  },
  in_progress: { status: 409, retryable: true, sentence: 'This message is already being answered.' },
  idempotency_conflict: {
    status: 409,
    retryable: false,
    sentence: 'This message was already sent with other words.',
  },
  decided: { status: 409, retryable: false, sentence: 'This has already been decided.' },
  expired: { status: 409, retryable: false, sentence: 'This has expired. Please ask again.' },
  changed: {
    status: 409,
    retryable: false,
    sentence: 'What this was about has changed since. Please ask again.',
  },
  swapped: {
    status: 409,
    retryable: false,
    sentence: 'What you saw is not what this would do, so nothing was done.',
  },
  no_longer_possible: {
    status: 409,
    retryable: false,
    sentence: 'This is no longer possible. Nothing was changed.',
  },
  on_hold: {
    status: 409,
    retryable: false,
    sentence:
      'Something of yours has to be kept for now, for a legal reason. Nothing was erased. Please ask our support about it.',
  },
  locks_out: {
    status: 409,
    retryable: false,
    sentence: 'That would keep out your own address, so nothing was changed.',
  },
  not_eligible: { status: 403, retryable: false, sentence: 'Your role may not do this.' },
  step_up_required: { status: 403, retryable: true, sentence: 'Please confirm with your second factor.' },
  model_unavailable: {
    status: 502,
    retryable: true,
    sentence: 'The assistant did not answer in time. Your message is kept; please try again.',
  },
  model_malformed: {
    status: 502,
    retryable: true,
    sentence: 'The assistant sent something we could not read. Your message is kept; please try again.',
  },
  unreadable: {
    status: 410,
    retryable: false,
    sentence:
      'What was stored here cannot be read any more, so nothing of it is shown. We have made a note of it.',
  },
  internal: {
    status: 500,
    retryable: true,
    sentence: 'Something went wrong on our side. Nothing of yours was lost.',
  },
} as const;

export type ErrorCode = keyof typeof ERROR_TABLE;

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERROR_TABLE, value);
}

/** A code of the table, parsed. */
export const errorCode = z.string().refine(isErrorCode);

/** The body of every refusal before a stream: `{error: {code, message, requestId}}`. */
export const errorBodySchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), requestId: z.string() }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
