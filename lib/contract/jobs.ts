import { z } from 'zod';

/** `POST /api/jobs/tick`: which tasks were due and ran. */
export const tickSchema = z.strictObject({ ran: z.array(z.string()), failed: z.array(z.string()) });
