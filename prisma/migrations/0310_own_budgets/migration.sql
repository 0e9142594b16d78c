-- Functions that run with their owner's rights look at whose budgets they are asked about. The statement that opens a turn has named its
-- viewer by then: whoever calls them otherwise takes nothing from anybody else's money, and reads nothing of it.
CREATE FUNCTION cs.own_budget_only(p_tenant uuid, p_person uuid) RETURNS void LANGUAGE plpgsql STABLE SET search_path = cs, pg_temp AS $$
BEGIN
  IF p_person IS DISTINCT FROM cs.viewer_person() OR p_tenant IS DISTINCT FROM cs.viewer_tenant() THEN
    RAISE EXCEPTION 'not the viewer''s budget' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION cs.own_budget_only(uuid, uuid) FROM PUBLIC;

-- As in 0200.
CREATE OR REPLACE FUNCTION cs.reserve(p_unit text, p_tenant uuid, p_person uuid, p_amount bigint) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE seen jsonb; until timestamptz;
BEGIN
  PERFORM cs.own_budget_only(p_tenant, p_person);
  WITH k AS MATERIALIZED (SELECT p.*, cs.budget_of(p_unit, p.scope, p.subject_id, p.period) AS allowed FROM cs.budget_places(p_tenant, p_person, cs.now()) p),
  taken AS (
    INSERT INTO cs.spend AS s (unit, scope, subject_id, tenant_id, period, starts_on, reserved)
      SELECT p_unit, k.scope, k.subject_id, k.tenant_id, k.period, k.starts_on, p_amount FROM k ORDER BY k.place
    ON CONFLICT (unit, scope, subject_id, period, starts_on) DO UPDATE SET reserved = s.reserved + excluded.reserved
    RETURNING s.scope, s.period, s.reserved, s.settled)
  SELECT jsonb_agg(jsonb_build_object('scope', t.scope, 'period', t.period, 'used', t.settled, 'limit', k.allowed, 'resetsAt', k.resets_at) ORDER BY k.place)
           FILTER (WHERE t.scope <> 'global'),
         max(k.resets_at) FILTER (WHERE t.reserved + t.settled > k.allowed)
    INTO seen, until FROM taken t JOIN k USING (scope, period);
  IF until IS NOT NULL THEN RAISE EXCEPTION 'no room in a budget' USING ERRCODE = 'CSB01', DETAIL = extract(epoch FROM until - cs.now())::text; END IF;
  RETURN seen;
END $$;
-- As in 0200.
CREATE OR REPLACE FUNCTION cs.budget_used_up(p_unit text, p_tenant uuid, p_person uuid, p_amount bigint) RETURNS double precision
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE until timestamptz;
BEGIN
  PERFORM cs.own_budget_only(p_tenant, p_person);
  SELECT max(b.resets_at) INTO until FROM cs.budget_standing(p_unit, p_tenant, p_person) b WHERE b.reserved + b.settled + p_amount > b.allowed;
  IF until IS NULL THEN RETURN NULL; END IF;
  INSERT INTO cs.budget_notice (unit, scope, subject_id, tenant_id, period, starts_on, threshold, used, allowed)
    SELECT p_unit, b.scope, b.subject_id, k.tenant_id, b.period, k.starts_on, 100, b.reserved + b.settled, b.allowed
    FROM cs.budget_standing(p_unit, p_tenant, p_person) b JOIN cs.budget_places(p_tenant, p_person, cs.now()) k USING (place)
    WHERE b.reserved + b.settled + p_amount > b.allowed
  ON CONFLICT DO NOTHING;
  RETURN extract(epoch FROM until - cs.now());
END $$;

-- What a Redis is filled with names the turns of all customers: that is the jobs' to read, not any viewer's.
REVOKE EXECUTE ON FUNCTION cs.budget_books(text, uuid, uuid, timestamptz, int) FROM cs_app;
GRANT EXECUTE ON FUNCTION cs.budget_books(text, uuid, uuid, timestamptz, int) TO cs_jobs;
