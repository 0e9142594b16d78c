-- What is allowed in each place, looked up for all of them at once: a function asked place by place cost a turn's opening a tenth of its time.
CREATE FUNCTION cs.budget_limits(p_unit text, p_tenant uuid, p_person uuid)
  RETURNS TABLE (place int, scope text, subject_id uuid, tenant_id uuid, period text, starts_on date, resets_at timestamptz, allowed bigint)
  LANGUAGE sql STABLE AS $$
  SELECT k.place, k.scope, k.subject_id, k.tenant_id, k.period, k.starts_on, k.resets_at,
    coalesce(CASE WHEN p_unit = 'micro_usd' THEN coalesce(own.limit_micro_usd, every.limit_micro_usd) END,
      cs.budget_by_default(p_unit, k.scope, k.period))
  FROM cs.budget_places(p_tenant, p_person, cs.now()) k
  LEFT JOIN cs.budget own ON own.scope = k.scope AND own.subject_id = k.subject_id AND own.period = k.period
  LEFT JOIN cs.budget every ON every.scope = k.scope AND every.subject_id = '00000000-0000-0000-0000-000000000000' AND every.period = k.period
$$;

-- As in 0200.
CREATE OR REPLACE FUNCTION cs.budget_standing(p_unit text, p_tenant uuid, p_person uuid)
  RETURNS TABLE (place int, scope text, subject_id uuid, period text, reserved bigint, settled bigint, allowed bigint, resets_at timestamptz)
  LANGUAGE sql STABLE AS $$
  SELECT k.place, k.scope, k.subject_id, k.period, coalesce(s.reserved, 0), coalesce(s.settled, 0), k.allowed, k.resets_at
  FROM cs.budget_limits(p_unit, p_tenant, p_person) k
  LEFT JOIN cs.spend s ON s.unit = p_unit AND s.scope = k.scope AND s.subject_id = k.subject_id AND s.period = k.period AND s.starts_on = k.starts_on
$$;

-- As in 0310.
CREATE OR REPLACE FUNCTION cs.reserve(p_unit text, p_tenant uuid, p_person uuid, p_amount bigint) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE seen jsonb; until timestamptz;
BEGIN
  PERFORM cs.own_budget_only(p_tenant, p_person);
  WITH k AS MATERIALIZED (SELECT * FROM cs.budget_limits(p_unit, p_tenant, p_person)),
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
