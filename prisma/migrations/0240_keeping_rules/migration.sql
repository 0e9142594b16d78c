-- What has a period too: copies, receipts of erasures, counters, settings; what a copy says of what was held back; and a hold that is set
-- while something is being removed.

-- ── A hold always wins ──────────────────────────────────────────────────────────────────────────────────────────
-- Whoever asks who is held shares a lock until their transaction ends, and looks after taking it; whoever sets a hold takes it alone. So a
-- hold waits for the batch that is under way, and nothing is removed after it was set. Asked by every policy below and in 0140.
CREATE FUNCTION cs.lock_holds() RETURNS void LANGUAGE sql VOLATILE SET search_path = cs, pg_temp AS $$
  SELECT pg_advisory_xact_lock_shared(7390240)
$$;
CREATE OR REPLACE FUNCTION cs.is_held(p_tenant uuid, p_person uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  PERFORM cs.lock_holds();
  RETURN EXISTS (SELECT 1 FROM cs.legal_hold h
    WHERE (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))
      AND (h.person_id = p_person OR (h.person_id IS NULL AND h.tenant_id = p_tenant)));
END $$;
CREATE OR REPLACE FUNCTION cs.held_persons() RETURNS uuid[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  PERFORM cs.lock_holds();
  RETURN coalesce((SELECT array_agg(h.person_id) FROM cs.legal_hold h WHERE h.person_id IS NOT NULL
    AND (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))), '{}');
END $$;
CREATE OR REPLACE FUNCTION cs.held_tenants() RETURNS uuid[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  PERFORM cs.lock_holds();
  RETURN coalesce((SELECT array_agg(h.tenant_id) FROM cs.legal_hold h WHERE h.person_id IS NULL
    AND (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))), '{}');
END $$;
CREATE FUNCTION cs.wait_for_removals() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7390240);
  RETURN NEW;
END $$;
CREATE TRIGGER wait_for_removals BEFORE INSERT OR UPDATE OF state ON cs.legal_hold FOR EACH ROW EXECUTE FUNCTION cs.wait_for_removals();
REVOKE ALL ON FUNCTION cs.lock_holds(), cs.wait_for_removals() FROM PUBLIC;

-- ── More categories ─────────────────────────────────────────────────────────────────────────────────────────────
-- As RETENTION_TABLE in lib/operations/retention/policy.ts: a test compares them. Copies carry their own end, and settings that of the account.
CREATE OR REPLACE FUNCTION cs.kept_by_default(p_category text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT make_interval(hours => CASE p_category
    WHEN 'conversations' THEN 90 * 24 WHEN 'temporary_conversations' THEN 1 WHEN 'tool_results' THEN 30 * 24
    WHEN 'security_logs' THEN 365 * 24 WHEN 'usage' THEN 730 * 24 WHEN 'approvals' THEN 2557 * 24 WHEN 'cases' THEN 365 * 24
    WHEN 'mail' THEN 30 * 24 WHEN 'holds' THEN 1096 * 24 WHEN 'alerts' THEN 365 * 24 WHEN 'receipts' THEN 730 * 24
    WHEN 'erasures' THEN 2557 * 24 WHEN 'search_counters' THEN 24 END)
$$;

-- Copies that nobody fetched. A hold does not keep them: they are no evidence, and what they were made of stays.
GRANT SELECT (id, tenant_id, person_id, expires_at), UPDATE (lease_until) ON cs.data_export TO cs_purge;
CREATE POLICY purge_due ON cs.data_export TO cs_purge USING (expires_at <= cs.now()) WITH CHECK (false);
CREATE POLICY purge_due ON cs.export_chunk TO cs_purge
  USING (EXISTS (SELECT 1 FROM cs.data_export x WHERE x.id = export_id AND x.expires_at <= cs.now() OFFSET 0)) WITH CHECK (false);
CREATE POLICY purge_export ON cs.data_key TO cs_purge
  USING (scope = 'export' AND EXISTS (SELECT 1 FROM cs.data_export x WHERE x.id = scope_id AND x.expires_at <= cs.now() OFFSET 0)) WITH CHECK (false);

-- Receipts of erasures.
DROP POLICY past ON cs.erasure;
CREATE POLICY purge_due ON cs.erasure FOR DELETE TO cs_purge USING (state = 'done' AND finished_at <= cs.now() - cs.kept_by_default('erasures')
  AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])));
GRANT SELECT (id, tenant_id, person_id, scope, state, finished_at) ON cs.erasure TO cs_jobs;
CREATE POLICY verify ON cs.erasure FOR SELECT TO cs_jobs USING (true);

-- Counters of searches, long after their window.
GRANT SELECT (person_id, tenant_id, window_start) ON cs.search_use TO cs_purge, cs_jobs;
CREATE POLICY purge_due ON cs.search_use TO cs_purge USING (window_start <= cs.now() - cs.kept_by_default('search_counters')
  AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
CREATE POLICY verify ON cs.search_use FOR SELECT TO cs_jobs USING (true);

-- Settings of accounts that are no more.
GRANT SELECT (person_id, tenant_id) ON cs.keep_choice TO cs_purge, cs_jobs;
CREATE POLICY purge_due ON cs.keep_choice FOR DELETE TO cs_purge
  USING (person_id IN (SELECT e.person_id FROM cs.erasure e WHERE e.scope = 'account' AND e.state = 'done'));
CREATE POLICY verify ON cs.keep_choice FOR SELECT TO cs_jobs USING (true);

-- ── What a copy says of what was held back ──────────────────────────────────────────────────────────────────────
-- Entries that are kept past their month for a hold are about the person all the same.
GRANT SELECT ON cs.usage_held TO cs_app;
CREATE POLICY read_own ON cs.usage_held FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE OR REPLACE FUNCTION cs.own_audit_entries(p_after_at timestamptz, p_after_id uuid, p_limit int)
  RETURNS TABLE (id uuid, at timestamptz, by_self boolean, role text, action text, outcome text, stage text, rule text, subject_kind text,
                 subject_id text, turn_id uuid, request_id text, facts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  WITH others AS MATERIALIZED (SELECT s.id::text FROM cs.support_case s WHERE s.person_id = cs.viewer_person()
                               UNION ALL SELECT p.id::text FROM cs.proposal p WHERE p.person_id = cs.viewer_person())
  SELECT * FROM (
    (SELECT a.id, a.at, true AS by_self, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, a.turn_id, a.request_id, a.facts
     FROM cs.audit_entry a WHERE a.person_id = cs.viewer_person() AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
    UNION ALL
    (SELECT a.id, a.at, true, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, a.turn_id, a.request_id, a.facts
     FROM cs.audit_held a WHERE a.person_id = cs.viewer_person() AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
    UNION ALL
    (SELECT a.id, a.at, false, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, NULL, NULL, NULL
     FROM cs.audit_entry a WHERE a.tenant_id = cs.viewer_tenant() AND a.person_id IS DISTINCT FROM cs.viewer_person()
       AND a.subject_id IN (SELECT o.id FROM others o) AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
    UNION ALL
    (SELECT a.id, a.at, false, a.role, a.action, a.outcome, a.stage, a.rule, a.subject_kind, a.subject_id, NULL, NULL, NULL
     FROM cs.audit_held a WHERE a.tenant_id = cs.viewer_tenant() AND a.person_id IS DISTINCT FROM cs.viewer_person()
       AND a.subject_id IN (SELECT o.id FROM others o) AND (a.at, a.id) > (p_after_at, p_after_id) ORDER BY a.at, a.id LIMIT p_limit)
  ) entries ORDER BY at, id LIMIT p_limit
$$;
-- That something of theirs has to be kept, since when and until when: never why, nor who set it. A preview of an erasure says as much.
CREATE FUNCTION cs.own_holds() RETURNS TABLE (scope text, since timestamptz, ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  SELECT CASE WHEN h.person_id IS NULL THEN 'organisation' ELSE 'account' END, h.set_at,
    coalesce(h.ended_at, CASE WHEN h.state = 'proposed' AND h.set_at <= cs.now() - cs.hold_lapses() THEN h.set_at + cs.hold_lapses() END)
  FROM cs.legal_hold h WHERE h.person_id = cs.viewer_person() OR (h.person_id IS NULL AND h.tenant_id = cs.viewer_tenant()) ORDER BY h.set_at
$$;
REVOKE ALL ON FUNCTION cs.own_holds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.own_holds() TO cs_app;
