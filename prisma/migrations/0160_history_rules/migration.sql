-- Feedback, a person's own shorter period, and how often they searched: each only their own, whatever their role.

ALTER TABLE cs.feedback ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.keep_choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.search_use ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE cs.feedback ADD CONSTRAINT feedback_verdict_known CHECK (verdict IN ('up', 'down'));
-- As KEEP_DAYS in lib/contract/keeping.ts: a test compares them.
ALTER TABLE cs.keep_choice ADD CONSTRAINT keep_choice_days CHECK (days IN (1, 7, 30, 60));
ALTER TABLE cs.search_use ADD CONSTRAINT search_use_counts CHECK (taken > 0);

GRANT SELECT, INSERT, DELETE, UPDATE (verdict, words, updated_at) ON cs.feedback TO cs_app;
GRANT SELECT, INSERT, DELETE, UPDATE (days, updated_at) ON cs.keep_choice TO cs_app;
GRANT SELECT, INSERT, UPDATE (window_start, taken) ON cs.search_use TO cs_app;

-- An answer of theirs, in the conversation it stands in: what it is about can't be another's, even to who writes the row by hand.
CREATE POLICY own_feedback ON cs.feedback TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person())
  WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person() AND EXISTS (SELECT 1 FROM cs.message m
    WHERE m.id = feedback.message_id AND m.conversation_id = feedback.conversation_id AND m.person_id = feedback.person_id AND m.role = 'assistant'));
CREATE POLICY own_choice ON cs.keep_choice TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY own_searches ON cs.search_use TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());

-- Whoever shortens the organisation's period for stored conversations must know whose own period is shorter still.
GRANT SELECT (person_id, days) ON cs.keep_choice TO cs_purge;
CREATE POLICY purge_sees_choice ON cs.keep_choice FOR SELECT TO cs_purge USING (true);
-- The demonstration is put back as it was.
CREATE POLICY reset_choice ON cs.keep_choice TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
CREATE POLICY reset_searches ON cs.search_use TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);

-- One place for a person's own period: whatever gives a conversation its end (a message, a new period of the organisation's, a
-- deletion), the person's choice can only bring it nearer. So it is never longer than what the organisation keeps.
CREATE FUNCTION cs.bound_expiry() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  NEW.expires_at := least(NEW.expires_at,
    (SELECT cs.now() + make_interval(days => k.days) FROM cs.keep_choice k WHERE k.person_id = NEW.person_id));
  RETURN NEW;
END $$;
CREATE TRIGGER bound_expiry BEFORE INSERT OR UPDATE OF expires_at ON cs.conversation FOR EACH ROW EXECUTE FUNCTION cs.bound_expiry();

-- Takes one search of a person's window. NULL when there is room, else the seconds until the next window.
CREATE FUNCTION cs.take_search(p_window_s int, p_most int) RETURNS int LANGUAGE sql SET search_path = cs, pg_temp AS $$
  INSERT INTO cs.search_use AS u (person_id, tenant_id) VALUES (cs.viewer_person(), cs.viewer_tenant())
  ON CONFLICT (person_id) DO UPDATE SET
    taken = CASE WHEN u.window_start <= cs.now() - make_interval(secs => p_window_s) THEN 1 ELSE u.taken + 1 END,
    window_start = CASE WHEN u.window_start <= cs.now() - make_interval(secs => p_window_s) THEN cs.now() ELSE u.window_start END
  RETURNING CASE WHEN taken > p_most THEN greatest(1, ceil(extract(epoch FROM window_start - cs.now()) + p_window_s))::int END
$$;
REVOKE ALL ON FUNCTION cs.take_search(int, int), cs.bound_expiry() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.take_search(int, int) TO cs_app;
