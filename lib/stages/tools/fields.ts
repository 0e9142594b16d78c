import 'server-only';
import { z } from 'zod';
import { TOPICS, type TopicId } from '#lib/contract/topics.ts';

// This century only: at the ends of what four digits can say, neither PostgreSQL nor JavaScript has a calendar.
export const day = z.iso
  .date()
  .refine((value) => value.startsWith('20'))
  .describe('A day as YYYY-MM-DD');
export const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .describe('A month as YYYY-MM');
const handle = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9]{6,12}$`))
    .describe(`A handle (${prefix}_…) from an earlier result in this conversation`);
export const invoiceHandle = handle('inv');
export const lineHandle = handle('line');
export const paymentHandle = handle('pay');
export const amount = z
  .string()
  .regex(/^[0-9][0-9.,' ]{0,15}$/)
  .describe('An amount as the person wrote it, without the currency: 40, 40.00 or 40,00');
export const isTopic = (id: string): id is TopicId => Object.hasOwn(TOPICS, id);
export const topic = z
  .string()
  .refine(isTopic)
  .meta({ enum: Object.keys(TOPICS) });

export const plan = z.enum(['starter', 'team', 'business']);
export const seatCount = z.int().min(1).max(20);
/** Shown folded and marked as the assistant's own words; nothing is decided by it. */
export const reason = z
  .string()
  .max(200)
  .optional()
  .describe('One short sentence for the person: why you propose this');
