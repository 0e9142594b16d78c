import 'server-only';
import { z } from 'zod';

/** What one entry of a case says, before it is sealed: the words, and the invoices a customer chose to link. */
export const caseBodySchema = z.strictObject({ text: z.string(), invoices: z.array(z.string()) });
export type CaseBody = z.infer<typeof caseBodySchema>;
