-- A person's rights: copies of their data, made and read in their own name alone, and erasure, which nothing that is written outlives.

ALTER TABLE cs.data_export ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.export_chunk ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.erasure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE cs.data_export
  ADD CONSTRAINT data_export_state_known CHECK (state IN ('waiting', 'building', 'ready', 'downloaded', 'failed')),
  ADD CONSTRAINT data_export_counts CHECK (attempt >= 0 AND done >= 0 AND total >= 0 AND chunk_count >= 0 AND byte_count >= 0),
  ADD CONSTRAINT data_export_leased CHECK ((state = 'building') = (lease_until IS NOT NULL));
ALTER TABLE cs.erasure
  ADD CONSTRAINT erasure_scope_known CHECK (scope IN ('account', 'conversation') AND (scope = 'conversation' OR scope_id = person_id)),
  ADD CONSTRAINT erasure_state_known CHECK (state IN ('running', 'done') AND (state = 'done') = (receipt IS NOT NULL) AND (state = 'done') = (finished_at IS NOT NULL)),
  ADD CONSTRAINT erasure_token_hashed CHECK (length(token_hash) = 32);
-- One at a time per person, whoever asks how often.
CREATE UNIQUE INDEX data_export_one_running ON cs.data_export (person_id) WHERE state IN ('waiting', 'building');

-- ── Copies: made by the worker as that very person ──────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, DELETE, UPDATE (state, attempt, done, total, chunk_count, byte_count, lease_until, finished_at, downloaded_at) ON cs.data_export TO cs_app;
GRANT SELECT, INSERT, DELETE ON cs.export_chunk TO cs_app;
CREATE POLICY own_export ON cs.data_export TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_chunk ON cs.export_chunk TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
-- A copy is no evidence: its key goes also while its person is on hold, or they could never fetch it.
ALTER POLICY held_key_stays ON cs.data_key WITH CHECK (wrapped IS NOT NULL OR scope = 'export' OR NOT cs.is_held(tenant_id, person_id));
-- The worker finds what waits, is stuck or has run out, by id: then it goes on in the person's name.
GRANT SELECT (id, tenant_id, person_id, state, lease_until, expires_at) ON cs.data_export TO cs_jobs;
CREATE POLICY find_work ON cs.data_export FOR SELECT TO cs_jobs USING (true);

-- What the log says about the viewer: what they did, and what others did to what is theirs, without saying who. Newest page first is
-- not offered: a copy is read from the beginning.
CREATE POLICY own_for_copy ON cs.audit_entry FOR SELECT TO cs_owner
  USING (person_id = cs.viewer_person() OR (tenant_id = cs.viewer_tenant() AND subject_kind IN ('case', 'proposal', 'conversation')));
CREATE FUNCTION cs.own_audit_entries(p_after_at timestamptz, p_after_id uuid, p_limit int)
  RETURNS TABLE (id uuid, at timestamptz, by_self boolean, role text, action text, outcome text, stage text, rule text, subject_kind text,
                 subject_id text, turn_id uuid, request_id text, facts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  SELECT * FROM (
    (SELECT a.id, a.at, true AS by_self, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, a.turn_id, a.request_id, a.facts
     FROM cs.audit_entry a WHERE a.person_id = cs.viewer_person() AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
    UNION ALL
    (SELECT a.id, a.at, false, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, NULL, NULL, NULL
     FROM cs.audit_entry a WHERE a.tenant_id = cs.viewer_tenant() AND a.person_id IS DISTINCT FROM cs.viewer_person()
       AND a.subject_id IN (SELECT s.id::text FROM cs.support_case s WHERE s.person_id = cs.viewer_person()
                            UNION ALL SELECT p.id::text FROM cs.proposal p WHERE p.person_id = cs.viewer_person())
       AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
  ) entries ORDER BY at, id LIMIT p_limit
$$;
-- How the viewer can sign in, without what it takes to.
CREATE FUNCTION cs.own_sign_in() RETURNS TABLE (password_set_at timestamptz, links jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  SELECT (SELECT c.updated_at FROM cs.credential c WHERE c.person_id = cs.viewer_person()),
    coalesce((SELECT jsonb_agg(jsonb_build_object('issuer', l.issuer, 'subject', l.subject)) FROM cs.identity_link l WHERE l.person_id = cs.viewer_person()), '[]')
$$;

-- ── Erasure: asked for by the person, carried out by a role that may touch nobody else ──────────────────────────
GRANT SELECT, INSERT ON cs.erasure TO cs_app;
CREATE POLICY own_erasure ON cs.erasure FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY ask_erasure ON cs.erasure FOR INSERT TO cs_app
  WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person() AND state = 'running' AND removed = '{}'
    AND NOT cs.is_held(tenant_id, person_id));
GRANT SELECT, UPDATE (state, removed, receipt, finished_at) ON cs.erasure TO cs_purge;
CREATE POLICY see_erasures ON cs.erasure FOR SELECT TO cs_purge USING (true);
CREATE POLICY go_on ON cs.erasure FOR UPDATE TO cs_purge USING (state = 'running') WITH CHECK (true);
GRANT DELETE ON cs.erasure TO cs_purge;
CREATE POLICY past ON cs.erasure FOR DELETE TO cs_purge USING (state = 'done' AND finished_at <= cs.now() - interval '7 years');
CREATE POLICY know_erasures ON cs.erasure FOR SELECT TO cs_owner USING (true);

-- Whether something of this person, or of this conversation of theirs, may still be stored. Whoever stores holds the lock until they
-- are done, and an erasure begins by taking it alone: so it sees everything that was stored before it, and nothing is after it.
CREATE FUNCTION cs.may_keep(p_person uuid, p_conversation uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  IF p_person IS NULL THEN RETURN true; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_person::text, 7390180));
  RETURN NOT EXISTS (SELECT 1 FROM cs.erasure e WHERE e.person_id = p_person AND (e.scope = 'account' OR e.scope_id = p_conversation));
END $$;
CREATE POLICY not_erased ON cs.data_key AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, scope_id));
CREATE POLICY not_erased ON cs.conversation AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, id));
CREATE POLICY not_erased ON cs.message AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.turn AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.handle AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.proposal AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.proposal_nonce AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.support_case AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.case_text AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.confirmed_attack AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.second_factor AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.recovery_code AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.ended_session AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.outbox_mail AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.feedback AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, conversation_id));
CREATE POLICY not_erased ON cs.keep_choice AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.search_use AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.data_export AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));
CREATE POLICY not_erased ON cs.export_chunk AS RESTRICTIVE FOR INSERT TO cs_app WITH CHECK (cs.may_keep(person_id, NULL));

-- What an erasure removes. The sub-selects are hashed once per statement; names put these policies after those of retention.
GRANT SELECT (id, person_id, conversation_id), DELETE ON cs.message TO cs_purge;
GRANT SELECT (id, person_id, conversation_id), DELETE ON cs.turn TO cs_purge;
GRANT SELECT (handle, person_id, conversation_id), DELETE ON cs.handle TO cs_purge;
GRANT SELECT (id, person_id) ON cs.conversation TO cs_purge;
GRANT SELECT (id, person_id, scope, scope_id), DELETE ON cs.data_key TO cs_purge;
GRANT SELECT (id, person_id), DELETE ON cs.support_case, cs.confirmed_attack, cs.data_export TO cs_purge;
GRANT SELECT (id, case_id, person_id), DELETE ON cs.case_text TO cs_purge;
GRANT SELECT (hash, person_id), DELETE ON cs.proposal_nonce TO cs_purge;
GRANT SELECT (id, tenant_id, person_id, conversation_id, state), UPDATE (state, decided_at, outcome) ON cs.proposal TO cs_purge;
GRANT SELECT (proposal_id, person_id), UPDATE (reason) ON cs.proposal_card TO cs_purge;
GRANT SELECT (id, person_id), DELETE ON cs.outbox_mail TO cs_purge;
GRANT SELECT (export_id, sequence, person_id), DELETE ON cs.export_chunk TO cs_purge;
GRANT SELECT (person_id, conversation_id), DELETE ON cs.feedback TO cs_purge;
GRANT SELECT (person_id), DELETE ON cs.keep_choice, cs.search_use TO cs_purge;
GRANT SELECT (person_id), DELETE ON cs.second_factor, cs.recovery_code, cs.credential, cs.identity_link TO cs_purge;
GRANT SELECT (person_id) ON cs.ended_session TO cs_purge;
GRANT SELECT (id, tenant_id, email, role, session_version), UPDATE (email, label, session_version) ON cs.person TO cs_purge;

CREATE POLICY within_erasure ON cs.message TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR conversation_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.turn TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR conversation_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.handle TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR conversation_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.feedback TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR conversation_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.keep_choice TO cs_purge
  USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.search_use TO cs_purge
  USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.conversation FOR DELETE TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
CREATE POLICY within_erasure ON cs.data_key TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR (scope = 'conversation' AND scope_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation')))
  WITH CHECK (false);
-- The mark of a key that was destroyed with its copy, once nobody needs it.
CREATE POLICY spent_export ON cs.data_key TO cs_purge USING (scope = 'export' AND wrapped IS NULL AND destroyed_at < cs.now() - interval '1 day') WITH CHECK (false);
CREATE POLICY within_erasure ON cs.support_case TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.case_text TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.confirmed_attack TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.proposal_nonce TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.proposal TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (state = 'void');
CREATE POLICY within_erasure ON cs.proposal_card TO cs_purge USING (
  person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account')
  OR proposal_id IN (SELECT p.id FROM cs.proposal p JOIN cs.erasure e ON e.scope_id = p.conversation_id WHERE e.state = 'running' AND e.scope = 'conversation'))
  WITH CHECK (reason IS NULL);
CREATE POLICY of_erased_conversation ON cs.proposal FOR SELECT TO cs_purge
  USING (conversation_id IN (SELECT e.scope_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'conversation'));
CREATE POLICY within_erasure ON cs.outbox_mail TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.data_export TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.export_chunk TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.second_factor TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.recovery_code TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.credential TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.identity_link TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
CREATE POLICY within_erasure ON cs.ended_session TO cs_purge USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (false);
-- The row stays, because the ledger's decisions and the log point at it; who it was does not.
CREATE POLICY within_erasure ON cs.person TO cs_purge USING (id IN (SELECT e.person_id FROM cs.erasure e WHERE e.state = 'running' AND e.scope = 'account'))
  WITH CHECK (email = 'erased-' || id || '@erased.test' AND label = 'Erased account');

-- The receipt of whoever has no account left to sign in to: by a token that only they were given.
CREATE FUNCTION cs.erasure_by_token(p_hash bytea) RETURNS TABLE (state text, receipt jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$ SELECT e.state, e.receipt FROM cs.erasure e WHERE e.token_hash = p_hash $$;

-- ── Enqueueing ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Background work from inside a transaction: a closed list of tasks, and ids alone. The queue belongs to cs_jobs, and so does this.
CREATE FUNCTION cs.enqueue(p_task text, p_ids uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_task NOT IN ('privacy.export', 'privacy.erase') OR coalesce(array_length(p_ids, 1), 0) NOT BETWEEN 1 AND 100 THEN
    RAISE EXCEPTION 'no such task' USING ERRCODE = 'check_violation', CONSTRAINT = 'task_known';
  END IF;
  PERFORM graphile_worker.add_job(p_task, json_build_object('ids', p_ids), max_attempts := 3);
END $$;
REVOKE ALL ON FUNCTION cs.enqueue(text, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.enqueue(text, uuid[]) TO cs_app;
GRANT CREATE ON SCHEMA cs TO cs_jobs;
ALTER FUNCTION cs.enqueue(text, uuid[]) OWNER TO cs_jobs;
REVOKE CREATE ON SCHEMA cs FROM cs_jobs;

CREATE POLICY reset_export ON cs.data_export TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
CREATE POLICY reset_chunk ON cs.export_chunk TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
CREATE POLICY reset_erasure ON cs.erasure FOR DELETE TO cs_owner USING (tenant_id = cs.viewer_tenant());

REVOKE ALL ON FUNCTION cs.own_audit_entries(timestamptz, uuid, int), cs.own_sign_in(), cs.may_keep(uuid, uuid), cs.erasure_by_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.own_audit_entries(timestamptz, uuid, int), cs.own_sign_in(), cs.may_keep(uuid, uuid), cs.erasure_by_token(bytea) TO cs_app;
