import { z } from 'zod';

/** What a change answers that has nothing more to say. */
export const doneSchema = z.strictObject({ ok: z.literal(true) });

/** A receipt that is on its way: the reader's own address, to which it goes. */
export const receiptSchema = z.strictObject({ ok: z.literal(true), to: z.string() });

/** What `GET /api/health` says: that the process answers, and nothing about it. */
export const healthSchema = z.strictObject({ status: z.literal('ok') });

/** The body of a request that has nothing to say but that it is ours. */
export const emptySchema = z.strictObject({});
