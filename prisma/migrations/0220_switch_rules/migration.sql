-- Who throws the kill switch and who says which addresses are let in: administrators, on a page of theirs, or an operator with the
-- owner's credentials at a command line (`set_flags`, `set_rules`). Everybody's transaction may read both.

-- ── Kill switch ─────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.flag ADD CONSTRAINT flag_plain CHECK (
  length(subject) BETWEEN 1 AND 200 AND length(reason) <= 300 AND concat(subject, reason) !~ '[[:cntrl:]]');
GRANT INSERT, UPDATE (paused, reason, set_by, updated_at) ON cs.flag TO cs_app;
CREATE POLICY admin_sets ON cs.flag FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'admin' AND set_by = cs.viewer_person());
CREATE POLICY admin_changes ON cs.flag FOR UPDATE TO cs_app
  USING (cs.viewer_role() = 'admin') WITH CHECK (cs.viewer_role() = 'admin' AND set_by = cs.viewer_person());

-- ── Address rules ───────────────────────────────────────────────────────────────────────────────────────────────
-- A range means what it says: no bit set beyond its prefix, and IPv4 as IPv4, also where a socket would call it ::ffff:192.0.2.1.
ALTER TABLE cs.address_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.address_rule ADD CONSTRAINT address_rule_action_known CHECK (action IN ('allow', 'deny'));
ALTER TABLE cs.address_rule ADD CONSTRAINT address_rule_range_exact CHECK (range = network(range)::inet);
ALTER TABLE cs.address_rule ADD CONSTRAINT address_rule_range_unmapped CHECK (NOT range <<= '::ffff:0:0/96'::inet);
ALTER TABLE cs.address_rule ADD CONSTRAINT address_rule_plain CHECK (length(reason) <= 300 AND reason !~ '[[:cntrl:]]');
GRANT SELECT, INSERT, DELETE ON cs.address_rule TO cs_app;
CREATE POLICY read_rules ON cs.address_rule FOR SELECT TO cs_app USING (true);
CREATE POLICY admin_adds ON cs.address_rule FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'admin' AND set_by = cs.viewer_person());
CREATE POLICY admin_removes ON cs.address_rule FOR DELETE TO cs_app USING (cs.viewer_role() = 'admin');
CREATE POLICY set_rules ON cs.address_rule TO cs_owner USING (true) WITH CHECK (true);
