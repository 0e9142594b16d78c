-- How long things are kept, who may change it, what a legal hold stops, and what retention may touch.

-- ── Periods ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- As KEPT_DAYS in lib/operations/retention/policy.ts, and its bounds: a test compares them. Days of 24 hours.
CREATE FUNCTION cs.kept_by_default(p_category text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT make_interval(hours => CASE p_category
    WHEN 'conversations' THEN 90 * 24 WHEN 'temporary_conversations' THEN 1 WHEN 'tool_results' THEN 30 * 24
    WHEN 'security_logs' THEN 365 * 24 WHEN 'usage' THEN 730 * 24 WHEN 'approvals' THEN 2557 * 24 WHEN 'cases' THEN 365 * 24
    WHEN 'mail' THEN 30 * 24 WHEN 'holds' THEN 1096 * 24 WHEN 'alerts' THEN 365 * 24 WHEN 'receipts' THEN 730 * 24 END)
$$;

ALTER TABLE cs.retention_override ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.retention_override ADD CONSTRAINT retention_override_bounds CHECK (CASE category
  WHEN 'conversations' THEN kept_days BETWEEN 1 AND 365 WHEN 'tool_results' THEN kept_days BETWEEN 1 AND 90
  WHEN 'cases' THEN kept_days BETWEEN 90 AND 1095 WHEN 'mail' THEN kept_days BETWEEN 7 AND 90 ELSE false END);
GRANT SELECT, INSERT, UPDATE (kept_days, set_by, set_at), DELETE ON cs.retention_override TO cs_app;
GRANT SELECT ON cs.retention_override TO cs_purge, cs_jobs;
CREATE POLICY own_periods ON cs.retention_override FOR SELECT TO cs_app
  USING (tenant_id = cs.viewer_tenant() OR cs.viewer_role() IN ('admin', 'auditor'));
CREATE POLICY set_periods ON cs.retention_override FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant() AND set_by = cs.viewer_person());
CREATE POLICY change_periods ON cs.retention_override FOR UPDATE TO cs_app USING (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant())
  WITH CHECK (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant() AND set_by = cs.viewer_person());
CREATE POLICY clear_periods ON cs.retention_override FOR DELETE TO cs_app USING (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant());
CREATE POLICY read_periods ON cs.retention_override FOR SELECT TO cs_purge, cs_jobs, cs_owner USING (true);
CREATE POLICY reset_periods ON cs.retention_override FOR DELETE TO cs_owner USING (tenant_id = cs.viewer_tenant());

-- What holds for this customer. With the owner's rights: policies of every role ask it.
CREATE FUNCTION cs.kept_for(p_tenant uuid, p_category text) RETURNS interval
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT make_interval(hours => o.kept_days * 24) FROM cs.retention_override o WHERE o.tenant_id = p_tenant AND o.category = p_category),
                  cs.kept_by_default(p_category));
END $$;
-- The shortest of all customers: what is younger can't be due for anybody, and an index says so.
CREATE FUNCTION cs.kept_at_least(p_category text) RETURNS interval
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN least(cs.kept_by_default(p_category),
    (SELECT make_interval(hours => min(o.kept_days) * 24) FROM cs.retention_override o WHERE o.category = p_category));
END $$;

-- Nothing is promised for longer than its customer's period, whoever asks: what a turn writes is cut to it.
CREATE FUNCTION cs.cap_expiry() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  NEW.expires_at := least(NEW.expires_at,
    cs.now() + cs.kept_for(NEW.tenant_id, CASE WHEN NEW.temporary THEN 'temporary_conversations' ELSE 'conversations' END));
  RETURN NEW;
END $$;
CREATE TRIGGER cap_expiry BEFORE INSERT OR UPDATE OF expires_at ON cs.conversation FOR EACH ROW EXECUTE FUNCTION cs.cap_expiry();

-- A shorter period holds for what is stored too, from the moment it is confirmed. It never makes anything longer.
CREATE POLICY shorten ON cs.conversation FOR UPDATE TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE FUNCTION cs.apply_period() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE moved int;
BEGIN
  IF cs.viewer_role() IS DISTINCT FROM 'admin' THEN RAISE EXCEPTION 'only an administrator' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE cs.conversation SET expires_at = updated_at + cs.kept_for(tenant_id, 'conversations')
    WHERE tenant_id = cs.viewer_tenant() AND NOT temporary AND expires_at > updated_at + cs.kept_for(tenant_id, 'conversations');
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;

-- ── Legal hold ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.legal_hold ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.legal_hold
  ADD CONSTRAINT legal_hold_state_known CHECK (state IN ('proposed', 'active', 'releasing', 'released', 'withdrawn')),
  -- Two people each time, never the same.
  ADD CONSTRAINT legal_hold_two CHECK (confirmed_by <> set_by AND (state <> 'released' OR ended_by <> release_asked_by)),
  ADD CONSTRAINT legal_hold_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NOT NULL) = (state IN ('active', 'releasing', 'released'))),
  ADD CONSTRAINT legal_hold_release CHECK ((release_asked_by IS NULL) = (release_asked_at IS NULL) AND (release_asked_by IS NOT NULL) = (state IN ('releasing', 'released'))),
  ADD CONSTRAINT legal_hold_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND (ended_by IS NOT NULL) = (state IN ('released', 'withdrawn')));
ALTER TABLE cs.data_key DROP CONSTRAINT data_key_scope_known,
  ADD CONSTRAINT data_key_scope_known CHECK (scope IN ('conversation', 'person', 'tenant', 'case', 'hold', 'export'));

-- An unconfirmed hold protects for three days, so that nothing is gone before the second person has looked, and then lapses by itself.
CREATE FUNCTION cs.hold_lapses() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT make_interval(hours => 72) $$;

GRANT SELECT, INSERT, UPDATE (state, confirmed_by, confirmed_at, release_asked_by, release_asked_at, ended_by, ended_at) ON cs.legal_hold TO cs_app;
GRANT SELECT (id, tenant_id, person_id, state, set_at, ended_at), DELETE ON cs.legal_hold TO cs_purge;
GRANT SELECT (id, tenant_id, person_id, state, set_at, ended_at) ON cs.legal_hold TO cs_jobs;
CREATE POLICY see_holds ON cs.legal_hold FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor'));
CREATE POLICY set_hold ON cs.legal_hold FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant() AND set_by = cs.viewer_person() AND state = 'proposed');
CREATE POLICY move_hold ON cs.legal_hold FOR UPDATE TO cs_app
  USING (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant()) WITH CHECK (cs.viewer_role() = 'admin' AND tenant_id = cs.viewer_tenant());
CREATE POLICY look_up ON cs.legal_hold FOR SELECT TO cs_owner, cs_purge, cs_jobs USING (true);
CREATE POLICY reset_hold ON cs.legal_hold FOR DELETE TO cs_owner USING (tenant_id = cs.viewer_tenant());
CREATE POLICY purge_hold ON cs.legal_hold FOR DELETE TO cs_purge USING (
  coalesce(ended_at, CASE state WHEN 'proposed' THEN set_at + cs.hold_lapses() END) <= cs.now() - cs.kept_by_default('holds'));

-- A hold goes from step to step, each in the name of whoever takes it.
CREATE FUNCTION cs.hold_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
DECLARE acting uuid := cs.viewer_person();
BEGIN
  IF (OLD.state || ' ' || NEW.state) NOT IN ('proposed active', 'proposed withdrawn', 'active releasing', 'releasing active', 'releasing released')
     OR acting IS NULL OR (OLD.state = 'proposed' AND NEW.state = 'active' AND OLD.set_at <= cs.now() - cs.hold_lapses())
     OR acting IS DISTINCT FROM (CASE NEW.state WHEN 'active' THEN CASE OLD.state WHEN 'proposed' THEN NEW.confirmed_by ELSE acting END
                                 WHEN 'releasing' THEN NEW.release_asked_by ELSE NEW.ended_by END)
     OR (OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by)
     OR (NEW.state = 'released' AND NEW.release_asked_by IS DISTINCT FROM OLD.release_asked_by) THEN
    RAISE EXCEPTION 'a hold does not move like this' USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_moves';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_moves BEFORE UPDATE ON cs.legal_hold FOR EACH ROW EXECUTE FUNCTION cs.hold_moves();

-- Whether anything of this person, or of this customer as a whole, must stay. A person's hold follows them wherever they acted.
CREATE FUNCTION cs.is_held(p_tenant uuid, p_person uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM cs.legal_hold h
    WHERE (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))
      AND (h.person_id = p_person OR (h.person_id IS NULL AND h.tenant_id = p_tenant)));
END $$;

-- The same as lists, for what goes through many rows: asked once for a statement.
CREATE FUNCTION cs.held_persons() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(h.person_id) FROM cs.legal_hold h WHERE h.person_id IS NOT NULL
    AND (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))), '{}');
END $$;
CREATE FUNCTION cs.held_tenants() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(h.tenant_id) FROM cs.legal_hold h WHERE h.person_id IS NULL
    AND (h.state IN ('active', 'releasing') OR (h.state = 'proposed' AND h.set_at > cs.now() - cs.hold_lapses()))), '{}');
END $$;

-- The reason is read by administrators alone; whoever holds data may not destroy its key.
CREATE POLICY hold_key ON cs.data_key FOR SELECT TO cs_app USING (cs.viewer_role() = 'admin' AND scope = 'hold');
CREATE POLICY new_hold_key ON cs.data_key FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'admin' AND scope = 'hold' AND tenant_id = cs.viewer_tenant() AND person_id IS NULL);
CREATE POLICY held_key_stays ON cs.data_key AS RESTRICTIVE FOR UPDATE TO cs_app, cs_purge, cs_jobs
  USING (true) WITH CHECK (wrapped IS NOT NULL OR NOT cs.is_held(tenant_id, person_id));
CREATE POLICY held_key_goes_not ON cs.data_key AS RESTRICTIVE FOR DELETE TO cs_app, cs_jobs USING (NOT cs.is_held(tenant_id, person_id));
CREATE POLICY held_mark_stays ON cs.ended_session AS RESTRICTIVE FOR DELETE TO cs_app USING (NOT cs.is_held(tenant_id, person_id));

-- Whom a hold or a period can concern.
CREATE POLICY administered_tenant ON cs.tenant FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor'));
CREATE POLICY administered_person ON cs.person FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor')
  AND (tenant_id = cs.viewer_tenant() OR EXISTS (SELECT 1 FROM cs.legal_hold h WHERE h.person_id = person.id)));

-- ── What the job may remove: what is due, and never what is held ────────────────────────────────────────────────
-- Who is held is asked once for a statement, not for each row. An UPDATE right with a check that nothing passes lets a row be locked, so that two workers share the work, and not changed.
DROP POLICY purge_expired ON cs.conversation;
GRANT SELECT (person_id, temporary, next_sequence, updated_at), UPDATE (updated_at) ON cs.conversation TO cs_purge;
CREATE POLICY purge_expired ON cs.conversation FOR DELETE TO cs_purge USING (expires_at <= cs.now() AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])));
CREATE POLICY purge_lock ON cs.conversation FOR UPDATE TO cs_purge
  USING (expires_at <= cs.now() AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);

-- What was looked up goes before the answer does. Never read: the job sees ids and instants of what is due.
CREATE INDEX message_trace_kept ON cs.message (created_at) WHERE trace IS NOT NULL;
GRANT SELECT (id, tenant_id, person_id, created_at), UPDATE (trace) ON cs.message TO cs_purge;
CREATE POLICY trace_sees ON cs.message FOR SELECT TO cs_purge USING (created_at <= (SELECT cs.now() - cs.kept_at_least('tool_results')));
CREATE POLICY trace_due ON cs.message FOR UPDATE TO cs_purge USING (trace IS NOT NULL AND created_at <= (SELECT cs.now() - cs.kept_at_least('tool_results'))
    AND created_at <= cs.now() - cs.kept_for(tenant_id, 'tool_results') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])))
  WITH CHECK (trace IS NULL);

-- A case is kept from its last answer, or from its opening where it was closed without one. An open one waits for its answer.
GRANT SELECT (id, tenant_id, person_id, state, created_at, answered_at), DELETE, UPDATE (seen_at) ON cs.support_case TO cs_purge;
GRANT SELECT (id, case_id, tenant_id, person_id), DELETE ON cs.case_text TO cs_purge;
CREATE POLICY purge_sees ON cs.support_case FOR SELECT TO cs_purge USING (true);
CREATE POLICY purge_due ON cs.support_case FOR DELETE TO cs_purge USING (state <> 'open'
  AND coalesce(answered_at, created_at) <= cs.now() - cs.kept_for(tenant_id, 'cases') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])));
CREATE POLICY purge_lock ON cs.support_case FOR UPDATE TO cs_purge USING (state <> 'open'
  AND coalesce(answered_at, created_at) <= cs.now() - cs.kept_for(tenant_id, 'cases') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
CREATE POLICY purge_due ON cs.case_text TO cs_purge USING (NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])) AND EXISTS (SELECT 1 FROM cs.support_case s
  WHERE s.id = case_id AND s.state <> 'open' AND coalesce(s.answered_at, s.created_at) <= cs.now() - cs.kept_for(s.tenant_id, 'cases') OFFSET 0)) WITH CHECK (false);

-- Keys go with what they open. OFFSET 0 has each looked up by its index: PostgreSQL would else gather every conversation that is kept, for a
-- handful of keys.
DROP POLICY purge_key ON cs.data_key;
GRANT SELECT (person_id) ON cs.data_key TO cs_purge;
CREATE POLICY purge_key ON cs.data_key TO cs_purge USING (CASE scope
    WHEN 'conversation' THEN NOT EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = scope_id AND c.expires_at > cs.now() OFFSET 0) AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))
    WHEN 'case' THEN NOT EXISTS (SELECT 1 FROM cs.support_case s WHERE s.id = scope_id
      AND NOT (s.state <> 'open' AND coalesce(s.answered_at, s.created_at) <= cs.now() - cs.kept_for(s.tenant_id, 'cases')) OFFSET 0) AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))
    WHEN 'hold' THEN NOT EXISTS (SELECT 1 FROM cs.legal_hold h WHERE h.id = scope_id OFFSET 0)
    ELSE false END) WITH CHECK (false);

-- Approvals and what they did: seven years after the decision. A refund of the ledger stays, without the way back.
GRANT SELECT (id, tenant_id, person_id, decided_at, expires_at), DELETE, UPDATE (outcome) ON cs.proposal TO cs_purge;
GRANT SELECT (proposal_id, tenant_id, person_id), DELETE ON cs.proposal_card, cs.effect TO cs_purge;
GRANT SELECT (proposal_id, tenant_id, person_id) ON cs.proposal_nonce TO cs_purge;
CREATE POLICY purge_sees ON cs.proposal FOR SELECT TO cs_purge USING (true);
CREATE POLICY purge_due ON cs.proposal FOR DELETE TO cs_purge
  USING (coalesce(decided_at, expires_at) <= cs.now() - cs.kept_by_default('approvals') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])));
CREATE POLICY purge_lock ON cs.proposal FOR UPDATE TO cs_purge
  USING (coalesce(decided_at, expires_at) <= cs.now() - cs.kept_by_default('approvals') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
CREATE POLICY purge_due ON cs.proposal_card TO cs_purge USING (NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])) AND EXISTS (SELECT 1 FROM cs.proposal p
  WHERE p.id = proposal_id AND coalesce(p.decided_at, p.expires_at) <= cs.now() - cs.kept_by_default('approvals') OFFSET 0)) WITH CHECK (false);
CREATE POLICY purge_due ON cs.effect TO cs_purge USING (NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])) AND EXISTS (SELECT 1 FROM cs.proposal p
  WHERE p.id = proposal_id AND coalesce(p.decided_at, p.expires_at) <= cs.now() - cs.kept_by_default('approvals') OFFSET 0)) WITH CHECK (false);
-- Columns that the checks of the ledger look at when a refund changes; without a policy on them the job sees no row.
GRANT SELECT (id, paid_minor, refunded_minor) ON cs.invoice TO cs_purge;
GRANT SELECT (invoice_id, amount_minor, status) ON cs.payment TO cs_purge;
GRANT SELECT (invoice_id, amount_minor, tenant_id, proposal_id), UPDATE (proposal_id) ON cs.refund TO cs_purge;
CREATE POLICY purge_sees ON cs.refund FOR SELECT TO cs_purge USING (true);
CREATE POLICY purge_link ON cs.refund FOR UPDATE TO cs_purge USING (EXISTS (SELECT 1 FROM cs.proposal p WHERE p.id = proposal_id
  AND coalesce(p.decided_at, p.expires_at) <= cs.now() - cs.kept_by_default('approvals') AND NOT coalesce(p.person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (p.tenant_id = ANY ((SELECT cs.held_tenants())::uuid[])) OFFSET 0)) WITH CHECK (proposal_id IS NULL);

DROP POLICY purge_nonce ON cs.proposal_nonce;
CREATE POLICY purge_nonce ON cs.proposal_nonce TO cs_purge USING (expires_at <= cs.now() AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
DROP POLICY purge_expired ON cs.ended_session;
GRANT SELECT (tenant_id, person_id) ON cs.ended_session TO cs_purge;
CREATE POLICY purge_expired ON cs.ended_session TO cs_purge USING (expires_at <= cs.now() AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);

CREATE INDEX outbox_mail_kept ON cs.outbox_mail (coalesce(sent_at, created_at));
GRANT SELECT (id, tenant_id, person_id, created_at, sent_at), DELETE, UPDATE (last_error) ON cs.outbox_mail TO cs_purge;
CREATE POLICY purge_due ON cs.outbox_mail TO cs_purge USING (coalesce(sent_at, created_at) <= (SELECT cs.now() - cs.kept_at_least('mail'))
  AND coalesce(sent_at, created_at) <= cs.now() - cs.kept_for(tenant_id, 'mail') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);

-- Receipts: written, closed once, and kept for two years.
DROP POLICY write_receipts ON cs.retention_run;
GRANT DELETE ON cs.retention_run TO cs_purge;
CREATE POLICY see_receipts ON cs.retention_run FOR SELECT TO cs_purge USING (true);
CREATE POLICY write_receipts ON cs.retention_run FOR INSERT TO cs_purge WITH CHECK (true);
CREATE POLICY count_on ON cs.retention_run FOR UPDATE TO cs_purge USING (finished_at IS NULL) WITH CHECK (true);
CREATE POLICY purge_due ON cs.retention_run FOR DELETE TO cs_purge USING (started_at <= cs.now() - cs.kept_by_default('receipts'));
GRANT SELECT ON cs.retention_run TO cs_app;
CREATE POLICY show_receipts ON cs.retention_run FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor'));

-- ── Months of the log and of usage ──────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.audit_held ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.usage_held ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON cs.audit_held, cs.usage_held TO cs_audit;
CREATE POLICY verify ON cs.audit_held FOR SELECT TO cs_audit USING (true);
CREATE POLICY verify ON cs.usage_held FOR SELECT TO cs_audit USING (true);
GRANT SELECT (id, at, tenant_id, person_id), DELETE ON cs.audit_held, cs.usage_held TO cs_purge;
CREATE POLICY purge_due ON cs.audit_held TO cs_purge USING (at <= cs.now() - cs.kept_by_default('security_logs') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
CREATE POLICY purge_due ON cs.usage_held TO cs_purge USING (at <= cs.now() - cs.kept_by_default('usage') AND NOT coalesce(person_id = ANY ((SELECT cs.held_persons())::uuid[]), false) AND NOT (tenant_id = ANY ((SELECT cs.held_tenants())::uuid[]))) WITH CHECK (false);
-- The owner reads, copies and removes what is past its time, and nothing younger.
CREATE POLICY copy_held ON cs.audit_held TO cs_owner USING (true) WITH CHECK (cs.is_held(tenant_id, person_id));
CREATE POLICY copy_held ON cs.usage_held TO cs_owner USING (true) WITH CHECK (cs.is_held(tenant_id, person_id));
CREATE POLICY past ON cs.audit_entry FOR SELECT TO cs_owner USING (at < cs.now() - cs.kept_by_default('security_logs'));
CREATE POLICY past ON cs.usage_entry FOR SELECT TO cs_owner USING (at < cs.now() - cs.kept_by_default('usage'));
CREATE POLICY past_goes ON cs.audit_entry FOR DELETE TO cs_owner USING (at < cs.now() - cs.kept_by_default('security_logs') AND NOT cs.is_held(tenant_id, person_id));
CREATE POLICY past_goes ON cs.usage_entry FOR DELETE TO cs_owner USING (at < cs.now() - cs.kept_by_default('usage') AND NOT cs.is_held(tenant_id, person_id));

-- Drops every month that lies wholly past its time, held rows copied out before, and says what went. It takes the name of the log and
-- nothing else: how old is old enough is its own to say. It waits for nobody longer than half a second, because whoever writes an entry would wait behind it; a month
-- that is busy stays for the next run. No hold is set between the copy and the drop.
CREATE FUNCTION cs.drop_old_months(p_parent text) RETURNS TABLE (part text, removed bigint, held bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE old record; copied bigint; kept interval; target text; category text;
BEGIN
  FOR old IN
    SELECT c.relname::text AS name, p.relname::text AS parent,
           (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)''\)'))[1]::timestamptz AS first_instant,
           (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)''\)'))[1]::timestamptz AS past_last
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     WHERE i.inhparent IN ('cs.audit_entry'::regclass, 'cs.usage_entry'::regclass) AND p.relname = p_parent AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
     ORDER BY 2, 3
  LOOP
    category := CASE old.parent WHEN 'audit_entry' THEN 'security_logs' ELSE 'usage' END;
    target := CASE old.parent WHEN 'audit_entry' THEN 'audit_held' ELSE 'usage_held' END;
    kept := cs.kept_by_default(category);
    CONTINUE WHEN old.past_last > cs.now() - kept;
    BEGIN
      LOCK TABLE cs.legal_hold IN SHARE MODE;
      EXECUTE format('LOCK TABLE cs.%I IN ACCESS EXCLUSIVE MODE', old.name);
      EXECUTE format('INSERT INTO cs.%I SELECT * FROM cs.%I WHERE at >= $1 AND at < $2 AND cs.is_held(tenant_id, person_id) ON CONFLICT DO NOTHING', target, old.parent)
        USING old.first_instant, old.past_last;
      EXECUTE format('SELECT count(*) FILTER (WHERE cs.is_held(tenant_id, person_id)), count(*) FROM cs.%I WHERE at >= $1 AND at < $2', old.parent)
        INTO held, removed USING old.first_instant, old.past_last;
      EXECUTE format('SELECT count(*) FROM cs.%I WHERE at >= $1 AND at < $2', target) INTO copied USING old.first_instant, old.past_last;
      IF copied < held THEN RAISE EXCEPTION 'held rows were not copied' USING ERRCODE = 'integrity_constraint_violation'; END IF;
      EXECUTE format('DROP TABLE cs.%I', old.name);
      part := old.name;
      removed := removed - held;
      RETURN NEXT;
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
  END LOOP;
END $$;

-- Rows that landed in a default partition, because no month was made for them, go one by one: at most a thousand at a time.
CREATE FUNCTION cs.purge_stray_entries(p_parent text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE gone int;
BEGIN
  IF p_parent NOT IN ('audit_entry', 'usage_entry') THEN RAISE EXCEPTION 'no such log' USING ERRCODE = 'invalid_parameter_value'; END IF;
  EXECUTE format('DELETE FROM cs.%1$I WHERE (id, at) IN (SELECT id, at FROM cs.%1$I WHERE tableoid = %2$L::regclass AND at < cs.now() - cs.kept_by_default(%3$L)
    AND NOT cs.is_held(tenant_id, person_id) LIMIT 1000)', p_parent, 'cs.' || p_parent || '_default', CASE p_parent WHEN 'audit_entry' THEN 'security_logs' ELSE 'usage' END);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;

-- ── The verifier: sees what is late, by another role than the job's, ids and instants alone ──────────────────────
GRANT SELECT (id, tenant_id, person_id, temporary, updated_at, expires_at) ON cs.conversation TO cs_jobs;
GRANT SELECT (id, tenant_id, person_id, created_at) ON cs.message TO cs_jobs;
GRANT SELECT (id, tenant_id, person_id, state, created_at, answered_at) ON cs.support_case TO cs_jobs;
GRANT SELECT (decided_at) ON cs.proposal TO cs_jobs;
GRANT SELECT (tenant_id, person_id, expires_at) ON cs.proposal_nonce, cs.ended_session TO cs_jobs;
GRANT SELECT (id, tenant_id, person_id, scope, scope_id, created_at) ON cs.data_key TO cs_jobs;
GRANT SELECT (id, at, tenant_id, person_id) ON cs.audit_entry, cs.usage_entry, cs.audit_held, cs.usage_held TO cs_jobs;
CREATE POLICY verify ON cs.conversation FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify ON cs.message FOR SELECT TO cs_jobs USING (trace IS NOT NULL);
CREATE POLICY verify ON cs.support_case FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify ON cs.proposal FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify ON cs.proposal_nonce FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify ON cs.ended_session FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify ON cs.data_key FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify_age ON cs.audit_entry FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify_age ON cs.usage_entry FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify_age ON cs.audit_held FOR SELECT TO cs_jobs USING (true);
CREATE POLICY verify_age ON cs.usage_held FOR SELECT TO cs_jobs USING (true);

ALTER TABLE cs.retention_check ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON cs.retention_check TO cs_jobs;
GRANT SELECT ON cs.retention_check TO cs_app;
CREATE POLICY write_checks ON cs.retention_check TO cs_jobs USING (true) WITH CHECK (true);
CREATE POLICY show_checks ON cs.retention_check FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor'));

GRANT SELECT (category, dry_run, started_at, finished_at) ON cs.retention_run TO cs_jobs;
CREATE POLICY see_runs ON cs.retention_run FOR SELECT TO cs_jobs USING (true);
-- A job that has never run is late from here on.
CREATE FUNCTION cs.installed_at() RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  RETURN (SELECT min(finished_at) FROM cs._prisma_migrations);
END $$;

-- ── Alerts ──────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.alert ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.alert
  ADD CONSTRAINT alert_plain CHECK (kind ~ '^[a-z][a-z_.]{0,59}$' AND subject ~ '^[a-z0-9][a-z0-9_.:-]{0,79}$' AND times > 0),
  ADD CONSTRAINT alert_open CHECK ((open_key IS NULL) = (closed_at IS NOT NULL) AND open_key = kind || ' ' || subject);
GRANT SELECT, INSERT, UPDATE (open_key, last_seen_at, times, closed_at, facts) ON cs.alert TO cs_app, cs_jobs;
CREATE POLICY alerts ON cs.alert TO cs_jobs USING (true) WITH CHECK (true);
CREATE POLICY own_alerts ON cs.alert TO cs_app USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY show_alerts ON cs.alert FOR SELECT TO cs_app USING (cs.viewer_role() IN ('admin', 'auditor'));
GRANT SELECT (id, closed_at), DELETE ON cs.alert TO cs_purge;
CREATE POLICY purge_due ON cs.alert TO cs_purge USING (closed_at <= cs.now() - cs.kept_by_default('alerts')) WITH CHECK (false);
-- Mail about an alert goes to administrators.
GRANT INSERT ON cs.outbox_mail TO cs_jobs;
GRANT SELECT (id, tenant_id, email, role) ON cs.person TO cs_jobs;
CREATE POLICY alert_whom ON cs.person FOR SELECT TO cs_jobs USING (role = 'admin');

-- ── Ticks from outside ──────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.job_tick ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON cs.job_tick TO cs_jobs;
CREATE POLICY tick ON cs.job_tick TO cs_jobs USING (true) WITH CHECK (true);

REVOKE ALL ON FUNCTION cs.kept_by_default(text), cs.kept_for(uuid, text), cs.kept_at_least(text), cs.apply_period(), cs.hold_lapses(),
  cs.is_held(uuid, uuid), cs.held_persons(), cs.held_tenants(), cs.drop_old_months(text), cs.purge_stray_entries(text), cs.installed_at() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.kept_by_default(text), cs.kept_for(uuid, text), cs.kept_at_least(text), cs.hold_lapses(), cs.is_held(uuid, uuid),
  cs.held_persons(), cs.held_tenants() TO cs_app, cs_purge, cs_jobs;
GRANT EXECUTE ON FUNCTION cs.installed_at() TO cs_jobs;
GRANT EXECUTE ON FUNCTION cs.apply_period() TO cs_app;
GRANT EXECUTE ON FUNCTION cs.drop_old_months(text), cs.purge_stray_entries(text) TO cs_purge;
