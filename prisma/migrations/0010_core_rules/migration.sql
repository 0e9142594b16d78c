-- Who may touch what, for everything but the ledger (0020) and sign-in (0030).
-- Every table: row-level security, forced (it binds the owner too), one explicit policy per role and purpose.

-- ── The viewer of a transaction ─────────────────────────────────────────────────────────────────────────────────
-- Set by lib/kernel/db.ts with set_config(…, true). Missing or blank means no viewer: every comparison is NULL, no row shows.
CREATE FUNCTION cs.viewer_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('cs.person_id', true), '')::uuid $$;
CREATE FUNCTION cs.viewer_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('cs.tenant_id', true), '')::uuid $$;
CREATE FUNCTION cs.viewer_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('cs.role', true), '') $$;

GRANT USAGE ON SCHEMA cs TO cs_app, cs_read, cs_auth, cs_jobs, cs_purge, cs_seal, cs_audit;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA cs TO cs_app, cs_read, cs_auth, cs_jobs, cs_purge, cs_seal, cs_audit;

-- ── Tenants and persons ─────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.tenant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.person ADD CONSTRAINT person_role_known CHECK (role IN ('owner', 'member', 'agent', 'approver', 'admin', 'auditor', 'trainer'));
ALTER TABLE cs.person ADD CONSTRAINT person_email_plain CHECK (email = lower(email) AND email ~ '^[!-~]+@[!-~]+$');

GRANT SELECT ON cs.tenant, cs.person TO cs_app, cs_read;
CREATE POLICY own_tenant ON cs.tenant FOR SELECT TO cs_app, cs_read USING (id = cs.viewer_tenant());
CREATE POLICY own_person ON cs.person FOR SELECT TO cs_app USING (id = cs.viewer_person());
-- The seed and fixtures write tenant by tenant, as the owner, inside the same viewer settings.
CREATE POLICY seed_tenant ON cs.tenant TO cs_owner USING (true) WITH CHECK (id = cs.viewer_tenant());
CREATE POLICY seed_person ON cs.person TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());

-- ── Conversations: only the person's own, whatever their role ───────────────────────────────────────────────────
ALTER TABLE cs.data_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.conversation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.turn ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.handle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE cs.data_key ADD CONSTRAINT data_key_scope_known CHECK (scope IN ('conversation', 'person', 'tenant'));
ALTER TABLE cs.data_key ADD CONSTRAINT data_key_destroyed_whole CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL));
ALTER TABLE cs.message ADD CONSTRAINT message_role_known CHECK (role IN ('user', 'assistant'));
ALTER TABLE cs.message ADD CONSTRAINT message_finish_known CHECK (finish IN ('stop', 'length', 'blocked', 'aborted', 'error'));
ALTER TABLE cs.turn ADD CONSTRAINT turn_state_known CHECK (state IN ('running', 'closed', 'lost'));
ALTER TABLE cs.turn ADD CONSTRAINT turn_money_not_negative CHECK (reserved_micro_usd >= 0 AND settled_micro_usd >= 0);
ALTER TABLE cs.handle ADD CONSTRAINT handle_kind_known CHECK (kind IN ('invoice', 'line', 'payment'));

GRANT SELECT, INSERT, UPDATE (wrapped, destroyed_at) ON cs.data_key TO cs_app;
GRANT SELECT, INSERT, UPDATE (title, next_sequence, active_message_id, updated_at, expires_at) ON cs.conversation TO cs_app;
GRANT SELECT, INSERT ON cs.message TO cs_app;
GRANT SELECT, INSERT, UPDATE (state, finish, opened_at, lease_until, closed_at, settled_micro_usd, input_tokens, output_tokens) ON cs.turn TO cs_app;
GRANT SELECT, INSERT ON cs.handle TO cs_app;

CREATE POLICY own_key ON cs.data_key TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_conversation ON cs.conversation TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_message ON cs.message TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_turn ON cs.turn TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_handle ON cs.handle TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());

-- Retention may remove what has expired, and nothing that has not. Children go by cascade.
GRANT SELECT (id, tenant_id, expires_at), DELETE ON cs.conversation TO cs_purge;
GRANT SELECT (id, tenant_id, scope, scope_id), DELETE ON cs.data_key TO cs_purge;
CREATE POLICY purge_sees ON cs.conversation FOR SELECT TO cs_purge USING (true);
CREATE POLICY purge_expired ON cs.conversation FOR DELETE TO cs_purge USING (expires_at <= cs.now());
CREATE POLICY purge_key ON cs.data_key TO cs_purge USING (
  scope = 'conversation' AND NOT EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = scope_id AND c.expires_at > cs.now()));
CREATE POLICY reset_conversation ON cs.conversation TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
CREATE POLICY reset_key ON cs.data_key TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);

-- Turns whose process died are closed as lost by the sweeper, which sees no content.
GRANT SELECT (id, tenant_id, person_id, conversation_id, state, lease_until), UPDATE (state, closed_at, settled_micro_usd) ON cs.turn TO cs_jobs;
CREATE POLICY sweep_sees ON cs.turn FOR SELECT TO cs_jobs USING (state <> 'closed');
CREATE POLICY sweep_lost ON cs.turn FOR UPDATE TO cs_jobs USING (state = 'running' AND lease_until < cs.now()) WITH CHECK (state = 'lost');

-- ── Audit and usage: append only, by month ──────────────────────────────────────────────────────────────────────
ALTER TABLE cs.audit_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.usage_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.audit_entry ADD CONSTRAINT audit_outcome_known CHECK (outcome IN ('allowed', 'denied', 'failed'));
-- No raw newline or control character can stand in the log: one entry stays one line wherever it is printed.
ALTER TABLE cs.audit_entry ADD CONSTRAINT audit_plain CHECK (
  concat(action, stage, rule, subject_kind, subject_id, request_id) !~ '[[:cntrl:]]' AND length(concat(action, rule, subject_id)) < 400);

GRANT INSERT ON cs.audit_entry, cs.usage_entry TO cs_app;
GRANT SELECT ON cs.audit_entry TO cs_audit;
GRANT INSERT ON cs.audit_entry TO cs_auth, cs_jobs, cs_purge;
GRANT SELECT ON cs.usage_entry TO cs_app;
CREATE POLICY write_own ON cs.audit_entry FOR INSERT TO cs_app WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY write_system ON cs.audit_entry FOR INSERT TO cs_auth, cs_jobs, cs_purge WITH CHECK (true);
CREATE POLICY verify ON cs.audit_entry FOR SELECT TO cs_audit USING (true);
CREATE POLICY write_own ON cs.usage_entry FOR INSERT TO cs_app WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY read_own ON cs.usage_entry FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());

-- Makes the partitions of this month and the next ones. Rows outside them land in the default partition, never lost.
CREATE FUNCTION cs.ensure_partitions(p_months int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE parent text; first_day date; part text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['audit_entry', 'usage_entry'] LOOP
    FOR i IN 0..p_months LOOP
      first_day := (date_trunc('month', cs.now() AT TIME ZONE 'UTC') + make_interval(months => i))::date;
      part := format('%s_%s', parent, to_char(first_day, 'YYYY_MM'));
      CONTINUE WHEN to_regclass('cs.' || part) IS NOT NULL;
      BEGIN
        EXECUTE format('CREATE TABLE cs.%I PARTITION OF cs.%I FOR VALUES FROM (%L) TO (%L)', part, parent, first_day, (first_day + interval '1 month')::date);
        EXECUTE format('ALTER TABLE cs.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
      -- The worker stood still for so long that this month's rows are in the default partition: they stay there.
      EXCEPTION WHEN check_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION cs.ensure_partitions(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.ensure_partitions(int) TO cs_purge, cs_jobs;

CREATE TABLE cs.audit_entry_default PARTITION OF cs.audit_entry DEFAULT;
CREATE TABLE cs.usage_entry_default PARTITION OF cs.usage_entry DEFAULT;
ALTER TABLE cs.audit_entry_default ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.usage_entry_default ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
SELECT cs.ensure_partitions(2);

-- ── Kill switch, receipts, heartbeats ───────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.flag ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.flag ADD CONSTRAINT flag_scope_known CHECK (scope IN ('global', 'tenant', 'tool', 'model'));
GRANT SELECT ON cs.flag TO cs_app;
CREATE POLICY read_flags ON cs.flag FOR SELECT TO cs_app USING (true);
CREATE POLICY set_flags ON cs.flag TO cs_owner USING (true) WITH CHECK (true);
CREATE FUNCTION cs.announce_flags() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('cs_flags', ''); RETURN NULL; END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON cs.flag FOR EACH STATEMENT EXECUTE FUNCTION cs.announce_flags();

ALTER TABLE cs.retention_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON cs.retention_run TO cs_purge;
GRANT SELECT ON cs.retention_run TO cs_audit;
CREATE POLICY write_receipts ON cs.retention_run TO cs_purge USING (true) WITH CHECK (true);
CREATE POLICY read_receipts ON cs.retention_run FOR SELECT TO cs_audit USING (true);

ALTER TABLE cs.worker_heartbeat ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON cs.worker_heartbeat TO cs_jobs;
CREATE POLICY beat ON cs.worker_heartbeat TO cs_jobs USING (true) WITH CHECK (true);
