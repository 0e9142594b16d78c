-- Memory of confirmed attacks: agents add to it and take from it; what is compared with messages is everybody's and says nothing of anybody.

ALTER TABLE cs.confirmed_attack ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.attack_sketch ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- As MARK_BYTES, FEWEST_SHINGLES and SKETCH_MARKS in lib/stages/input-guard/memory/policy.ts.
ALTER TABLE cs.attack_sketch ADD CONSTRAINT attack_sketch_size CHECK (length(marks) % 6 = 0 AND length(marks) BETWEEN 24 * 6 AND 64 * 6);

GRANT SELECT, INSERT, DELETE ON cs.confirmed_attack TO cs_app;
GRANT SELECT, INSERT ON cs.attack_sketch TO cs_app;

-- The list has no content: which customer, which case, since when. Its own person may see that it is there, as an export must.
CREATE POLICY agents_list ON cs.confirmed_attack FOR SELECT TO cs_app USING (cs.viewer_role() = 'agent');
CREATE POLICY own_attack ON cs.confirmed_attack FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
-- Only what a customer wrote in a case of the tenant that the agent acts in, in the agent's own name.
CREATE POLICY agent_confirms ON cs.confirmed_attack FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant() AND added_by = cs.viewer_person()
    AND EXISTS (SELECT 1 FROM cs.case_text t WHERE t.id = confirmed_attack.text_id AND t.case_id = confirmed_attack.case_id
      AND t.tenant_id = confirmed_attack.tenant_id AND t.person_id = confirmed_attack.person_id AND t.author = 'customer'));
CREATE POLICY agent_removes ON cs.confirmed_attack FOR DELETE TO cs_app USING (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant());

-- Read without a viewer, by each process for all messages. It goes with its attack, by cascade, and never by itself.
CREATE POLICY compare ON cs.attack_sketch FOR SELECT TO cs_app USING (true);
CREATE POLICY agent_keeps ON cs.attack_sketch FOR INSERT TO cs_app
  WITH CHECK (cs.viewer_role() = 'agent' AND EXISTS (SELECT 1 FROM cs.confirmed_attack a
    WHERE a.id = attack_sketch.attack_id AND a.tenant_id = cs.viewer_tenant() AND a.added_by = cs.viewer_person()));

CREATE POLICY reset_attack ON cs.confirmed_attack TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
