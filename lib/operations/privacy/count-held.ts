import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { GoesCategory } from './policy.ts';

const count = z.int().min(0);
const rowSchema = z.strictObject({
  conversations: count,
  messages: count,
  feedback: count,
  turns: count,
  cases: count,
  case_texts: count,
  attacks: count,
  mails: count,
  exports: count,
  choices: count,
  factors: count,
  sign_ins: count,
});

/** How much of each category is held about the viewer: in one of their conversations, or in all. */
export async function countHeld(
  viewer: Viewer,
  tx: Tx,
  { conversationId }: { conversationId: string | null },
): Promise<Record<GoesCategory, number>> {
  const { personId } = viewer;
  const rows = await tx.$queryRaw<unknown[]>`
    WITH place AS (SELECT id FROM cs.conversation WHERE person_id = ${personId}::uuid AND (${conversationId}::uuid IS NULL OR id = ${conversationId}::uuid))
    SELECT (SELECT count(*)::int FROM place) AS conversations,
      (SELECT count(*)::int FROM cs.message WHERE conversation_id IN (SELECT id FROM place)) AS messages,
      (SELECT count(*)::int FROM cs.feedback WHERE person_id = ${personId}::uuid AND conversation_id IN (SELECT id FROM place)) AS feedback,
      (SELECT count(*)::int FROM cs.turn WHERE person_id = ${personId}::uuid AND conversation_id IN (SELECT id FROM place)) AS turns,
      (SELECT count(*)::int FROM cs.support_case WHERE person_id = ${personId}::uuid) AS cases,
      (SELECT count(*)::int FROM cs.case_text WHERE person_id = ${personId}::uuid) AS case_texts,
      (SELECT count(*)::int FROM cs.confirmed_attack WHERE person_id = ${personId}::uuid) AS attacks,
      (SELECT count(*)::int FROM cs.outbox_mail WHERE person_id = ${personId}::uuid) AS mails,
      (SELECT count(*)::int FROM cs.data_export WHERE person_id = ${personId}::uuid) AS exports,
      (SELECT count(*)::int FROM cs.keep_choice WHERE person_id = ${personId}::uuid) AS choices,
      (SELECT count(*)::int FROM cs.second_factor WHERE person_id = ${personId}::uuid) AS factors,
      (SELECT (password_set_at IS NOT NULL)::int + jsonb_array_length(links) FROM cs.own_sign_in()) AS sign_ins`;
  return rowSchema.parse(rows[0]);
}
