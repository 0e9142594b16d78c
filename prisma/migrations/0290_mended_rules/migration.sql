-- Walls of erasures, holds and sign-in that had a gap.

-- ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The application may destroy a key and nothing else: other bytes in its place would destroy it as surely, past a hold, and the old
-- ones in it would bring it back.
CREATE POLICY only_destroys ON cs.data_key AS RESTRICTIVE FOR UPDATE TO cs_app USING (true) WITH CHECK (wrapped IS NULL);

-- ── What a person on hold takes back ────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.held_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.held_version ADD CONSTRAINT held_version_known CHECK (
  what IN ('title', 'feedback') AND (what = 'feedback') = (message_id IS NOT NULL) AND (what = 'feedback') = (verdict IS NOT NULL));
CREATE POLICY keep ON cs.held_version FOR INSERT TO cs_owner WITH CHECK (cs.is_held(tenant_id, person_id));
-- It goes with its conversation, by cascade; and where that stays, as soon as nothing holds it.
GRANT SELECT (id, tenant_id, person_id), DELETE ON cs.held_version TO cs_purge;
CREATE POLICY after_hold ON cs.held_version TO cs_purge USING (
  NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false)
  AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);

-- Whoever changes or removes it, it is kept as it was while its person is on hold. Not where the conversation itself goes.
CREATE FUNCTION cs.keep_held_feedback() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  IF cs.is_held(OLD.tenant_id, OLD.person_id) AND EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = OLD.conversation_id) THEN
    INSERT INTO cs.held_version (id, tenant_id, person_id, conversation_id, what, message_id, verdict, sealed, said_at)
      VALUES (gen_random_uuid(), OLD.tenant_id, OLD.person_id, OLD.conversation_id, 'feedback', OLD.message_id, OLD.verdict, OLD.words, OLD.updated_at);
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_held BEFORE UPDATE OR DELETE ON cs.feedback FOR EACH ROW EXECUTE FUNCTION cs.keep_held_feedback();
CREATE FUNCTION cs.keep_held_title() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  IF cs.is_held(OLD.tenant_id, OLD.person_id) THEN
    INSERT INTO cs.held_version (id, tenant_id, person_id, conversation_id, what, sealed, said_at)
      VALUES (gen_random_uuid(), OLD.tenant_id, OLD.person_id, OLD.id, 'title', OLD.title, OLD.updated_at);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_held_title BEFORE UPDATE OF title ON cs.conversation FOR EACH ROW EXECUTE FUNCTION cs.keep_held_title();

-- ── One administrator, one hold that nobody confirmed ───────────────────────────────────────────────────────────
-- As HOLD_AGAIN_MS in lib/operations/retention/policy.ts: a test compares them.
CREATE FUNCTION cs.hold_again() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT make_interval(hours => 720) $$;
-- False where this administrator has set a hold within thirty days that covered any of it and that nobody confirmed, whether it runs, has
-- lapsed or was withdrawn: another one may.
CREATE FUNCTION cs.may_hold(p_tenant uuid, p_person uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM cs.legal_hold h
    WHERE h.set_by = cs.viewer_person() AND h.confirmed_by IS NULL AND h.set_at > cs.now() - cs.hold_again()
      AND (h.person_id = p_person OR (h.tenant_id = p_tenant AND (h.person_id IS NULL OR p_person IS NULL))));
END $$;
CREATE POLICY not_again ON cs.legal_hold AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_hold(tenant_id, person_id));

-- ── An erasure touches what is its person's alone ───────────────────────────────────────────────────────────────
CREATE POLICY of_own ON cs.erasure AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (
  scope = 'account' OR EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = scope_id AND c.person_id = cs.viewer_person()));
ALTER POLICY within_erasure ON cs.message USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.turn USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.handle USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.feedback USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.conversation USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.data_key USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (scope = 'conversation' AND (person_id, scope_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e
    WHERE e.state = 'running' AND e.scope = 'conversation')));
ALTER POLICY within_erasure ON cs.proposal_card USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR proposal_id IN (SELECT p.id FROM cs.proposal p JOIN cs.erasure e ON e.scope_id = p.conversation_id AND e.person_id = p.person_id
    WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY of_erased_conversation ON cs.proposal USING (
  (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));

-- So that feedback goes in batches too.
GRANT SELECT (message_id) ON cs.feedback TO cs_purge;

-- What waits in an erased conversation is withdrawn with it, as the receipt says.
ALTER POLICY within_erasure ON cs.proposal USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (person_id, conversation_id) IN (SELECT e.person_id, e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
ALTER POLICY within_erasure ON cs.proposal_nonce USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR proposal_id IN (SELECT p.id FROM cs.proposal p JOIN cs.erasure e ON e.scope_id = p.conversation_id AND e.person_id = p.person_id
    WHERE e.state = 'running' AND e.scope = 'conversation'));
-- From the moment an erasure has begun nothing that was asked for takes effect, whoever confirms it.
CREATE POLICY not_erased ON cs.effect AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (
  cs.may_keep(person_id, (SELECT p.conversation_id FROM cs.proposal p WHERE p.id = proposal_id)));

-- ── Nobody signs in to an account that is being erased ──────────────────────────────────────────────────────────
-- The ways in are removed in a late step: until then there is no such account to whoever asks for it.
CREATE FUNCTION cs.is_erased(p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM cs.erasure e WHERE e.person_id = p_person AND e.scope = 'account');
END $$;
CREATE POLICY not_erased ON cs.person AS RESTRICTIVE FOR SELECT TO cs_auth USING (NOT cs.is_erased(id));
CREATE POLICY not_erased ON cs.credential AS RESTRICTIVE FOR SELECT TO cs_auth USING (NOT cs.is_erased(person_id));
CREATE POLICY not_erased ON cs.identity_link AS RESTRICTIVE FOR SELECT TO cs_auth USING (NOT cs.is_erased(person_id));

-- ── Removing messages makes no room for more ────────────────────────────────────────────────────────────────────
ALTER TABLE cs.gone_turn ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON cs.gone_turn TO cs_app;
CREATE POLICY own_gone ON cs.gone_turn FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY count_gone ON cs.gone_turn FOR SELECT TO cs_owner USING (true);
CREATE POLICY note_gone ON cs.gone_turn FOR INSERT TO cs_owner WITH CHECK (true);
GRANT SELECT (person_id, opened_at), DELETE ON cs.gone_turn TO cs_purge;
CREATE POLICY past_window ON cs.gone_turn TO cs_purge USING (
  opened_at < cs.now() - interval '5 minutes'
  OR person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')) WITH CHECK (false);
-- A turn that is removed young still counts in the minute it was opened in. Of an account that goes nothing is noted: nobody asks in its name.
CREATE FUNCTION cs.note_gone_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  IF NOT cs.is_erased(OLD.person_id) THEN
    INSERT INTO cs.gone_turn (turn_id, tenant_id, person_id, opened_at) VALUES (OLD.id, OLD.tenant_id, OLD.person_id, OLD.opened_at)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_gone_turn AFTER DELETE ON cs.turn FOR EACH ROW WHEN (OLD.opened_at > cs.now() - interval '5 minutes')
  EXECUTE FUNCTION cs.note_gone_turn();
-- As in 0040, with the turns whose rows are gone.
CREATE OR REPLACE FUNCTION cs.turn_limit(p_person uuid, p_turn jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  window_s int := (p_turn->>'windowS')::int;
  most int := (p_turn->>'turnsPerWindow')::int;
  oldest timestamptz;
  taken int;
  running int;
BEGIN
  SELECT count(*), min(opened_at) INTO taken, oldest FROM (
    SELECT opened_at FROM (
      SELECT opened_at FROM cs.turn WHERE person_id = p_person AND opened_at > cs.now() - make_interval(secs => window_s)
      UNION ALL
      SELECT opened_at FROM cs.gone_turn WHERE person_id = p_person AND opened_at > cs.now() - make_interval(secs => window_s)) opened
    ORDER BY opened_at DESC LIMIT most) recent;
  SELECT count(*) INTO running FROM cs.turn WHERE person_id = p_person AND state = 'running' AND lease_until > cs.now();
  RETURN jsonb_build_object(
    'limit', most, 'remaining', greatest(most - taken - 1, 0),
    'resetS', CASE WHEN taken = 0 THEN window_s ELSE ceil(extract(epoch FROM oldest - cs.now()) + window_s) END,
    'exceeded', taken >= most, 'busy', running >= (p_turn->>'concurrent')::int);
END $$;

-- ── Copies ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- The sweep looks at those that still have something stored, once nobody fetches it any more.
GRANT SELECT (chunk_count, downloaded_at) ON cs.data_export TO cs_jobs;

REVOKE ALL ON FUNCTION cs.keep_held_feedback(), cs.keep_held_title(), cs.hold_again(), cs.may_hold(uuid, uuid), cs.is_erased(uuid),
  cs.note_gone_turn() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.hold_again(), cs.may_hold(uuid, uuid) TO cs_app;
GRANT EXECUTE ON FUNCTION cs.is_erased(uuid) TO cs_auth;
