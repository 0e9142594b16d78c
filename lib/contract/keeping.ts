import { z } from 'zod';

/** Days a person may choose for their own conversations, where the organisation keeps them longer. */
export const KEEP_DAYS = [1, 7, 30, 60] as const;
export const keepDaysSchema = z.union([z.literal(1), z.literal(7), z.literal(30), z.literal(60)]);
export type KeepDays = z.infer<typeof keepDaysSchema>;

/** `GET /api/me/keeping`: for how long the viewer's conversations are kept. */
export const keepingSchema = z.strictObject({
  /** The organisation's period, in days. */
  organisationDays: z.int(),
  /** The person's own choice; null means the organisation's. */
  days: keepDaysSchema.nullable(),
  /** The choices that are shorter than the organisation's. */
  choices: z.array(keepDaysSchema),
  /** Conversations that are kept now, temporary ones left out. */
  conversations: z.int(),
});
export type Keeping = z.infer<typeof keepingSchema>;

/** `GET /api/me/keeping?days=7`: what this choice would do to what is stored already. */
export const keepingPreviewSchema = z.strictObject({
  days: keepDaysSchema,
  /** Deleted at once, because they are older. */
  deleted: z.int(),
  /** Kept, but for a shorter time than promised until now. */
  shortened: z.int(),
});
export type KeepingPreview = z.infer<typeof keepingPreviewSchema>;

/**
 * `PUT /api/me/keeping`. Without `stored` the choice holds for what is said from now on. With it, stored conversations too:
 * `stored.deleted` is the count that the person confirmed; another one by now is refused as `changed`.
 */
export const keepingRequestSchema = z.strictObject({
  days: keepDaysSchema.nullable(),
  stored: z.strictObject({ deleted: z.int().min(0) }).optional(),
});
export type KeepingRequest = z.infer<typeof keepingRequestSchema>;

/** `DELETE /api/conversations`: all of them, where there are still as many as the person confirmed. */
export const deleteAllSchema = z.strictObject({ conversations: z.int().min(1) });
export const deletedSchema = z.strictObject({ deleted: z.int() });
