-- A tenant's own threshold of the input guard: its bounds, who sets it, and how a turn learns of it.

-- As THRESHOLD_BOUNDS in lib/stages/input-guard/classifier/policy.ts: a test compares them. NaN lies outside too.
ALTER TABLE cs.tenant ADD CONSTRAINT tenant_guard_threshold CHECK (guard_threshold BETWEEN 0.5 AND 3);

-- No role that runs may change it: an operator does, with the owner's credentials, and leaves an entry in the same transaction. The
-- entry is nobody's, because an operator has no account here; it can't be written in anybody's name.
CREATE POLICY write_operator ON cs.audit_entry FOR INSERT TO cs_owner
  WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id IS NULL AND role = 'operator');

-- What opening a turn answers with says it too: no further round trip.
CREATE OR REPLACE FUNCTION cs.turn_json(t cs.turn) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('turnId', t.id, 'conversationId', t.conversation_id, 'userMessageId', t.user_message_id,
    'answerMessageId', t.answer_message_id, 'answerSequence', t.answer_sequence,
    'guardThreshold', (SELECT guard_threshold FROM cs.tenant WHERE id = t.tenant_id))
$$;
