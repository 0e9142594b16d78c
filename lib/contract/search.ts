import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** Longest search, in characters, and how many words of it count. */
export const SEARCH_MAX_CHARACTERS = 100;
export const SEARCH_MAX_WORDS = 8;

/** Where a word was found: UTF-16 code units of the text beside it, `end` not included. The page marks it; no markup is sent. */
export const matchRangeSchema = z.strictObject({ start: z.int(), end: z.int() });
export type MatchRange = z.infer<typeof matchRangeSchema>;

/** One conversation in which every word stands: in its title, or in one of its messages (the newest such). */
export const searchHitSchema = z.strictObject({
  conversationId: z.uuid(),
  title: z.string(),
  titleRanges: z.array(matchRangeSchema),
  updatedAt: instantSchema,
  /** Null where the title alone has the words. */
  message: z
    .strictObject({
      id: z.uuid(),
      role: z.enum(['user', 'assistant']),
      createdAt: instantSchema,
      snippet: z.string(),
      ranges: z.array(matchRangeSchema),
    })
    .nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** `GET /api/conversations/search?q=`: hits newest first. While `nextCursor` is not null there is more to look through. */
export const searchPageSchema = z.strictObject({
  hits: z.array(searchHitSchema),
  nextCursor: z.string().nullable(),
  /** Messages looked through for this page, and values that did not decrypt in their place. */
  messages: z.int(),
  unreadable: z.int(),
});
export type SearchPage = z.infer<typeof searchPageSchema>;
