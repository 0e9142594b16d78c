-- What the assistant may cost: budgets, the reservation before a turn and the booking after it; and limits of a whole customer.
-- A turn reserves its most in the statement that opens it. Whichever way it ends (closed, lost, deleted) a trigger books what it cost and
-- frees the rest, as the last thing its transaction does. Days and months are those of UTC.

-- ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.spend ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.budget ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.budget_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE cs.spend
  ADD CONSTRAINT spend_known CHECK (unit IN ('micro_usd', 'tokens') AND scope IN ('person', 'tenant', 'global') AND period IN ('day', 'month')),
  ADD CONSTRAINT spend_not_negative CHECK (reserved >= 0 AND settled >= 0);
-- Rewritten with every turn: room on the page, so that no index is touched.
ALTER TABLE cs.spend SET (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE cs.budget
  ADD CONSTRAINT budget_known CHECK (scope IN ('person', 'tenant', 'global') AND period IN ('day', 'month')),
  ADD CONSTRAINT budget_bounds CHECK (limit_micro_usd BETWEEN 0 AND 1000000000000),
  ADD CONSTRAINT budget_subject CHECK ((scope = 'global') <= (subject_id = '00000000-0000-0000-0000-000000000000'));
ALTER TABLE cs.budget_notice
  ADD CONSTRAINT budget_notice_known CHECK (unit IN ('micro_usd', 'tokens') AND scope IN ('person', 'tenant', 'global') AND period IN ('day', 'month')
    AND threshold IN (50, 80, 100));
-- No turn costs more than it reserved. Turns from before there were reservations stay as they are.
ALTER TABLE cs.turn
  ADD CONSTRAINT turn_within_reservation CHECK (settled_micro_usd <= reserved_micro_usd) NOT VALID,
  ADD CONSTRAINT turn_tokens_not_negative CHECK (reserved_tokens >= 0 AND input_tokens >= 0 AND output_tokens >= 0) NOT VALID,
  ADD CONSTRAINT turn_limiter_known CHECK (limiter IN ('postgres', 'redis'));
GRANT UPDATE (reserved_micro_usd, reserved_tokens, limiter) ON cs.turn TO cs_app;

-- Read: one's own, an owner's whole customer, and everything for those who operate. Written by the functions below alone.
GRANT SELECT ON cs.spend, cs.budget TO cs_app;
CREATE POLICY own_spend ON cs.spend FOR SELECT TO cs_app USING (
  (scope = 'person' AND subject_id = cs.viewer_person())
  OR (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner') OR cs.viewer_role() IN ('admin', 'auditor'));
CREATE POLICY own_budget ON cs.budget FOR SELECT TO cs_app USING (
  (scope = 'person' AND subject_id = cs.viewer_person()) OR (scope = 'person' AND subject_id = '00000000-0000-0000-0000-000000000000')
  OR (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner') OR cs.viewer_role() IN ('admin', 'auditor'));
GRANT INSERT, UPDATE (limit_micro_usd, set_by, set_at), DELETE ON cs.budget TO cs_app;
CREATE POLICY set_budget ON cs.budget FOR INSERT TO cs_app WITH CHECK (cs.viewer_role() = 'admin' AND set_by = cs.viewer_person());
CREATE POLICY change_budget ON cs.budget FOR UPDATE TO cs_app USING (cs.viewer_role() = 'admin')
  WITH CHECK (cs.viewer_role() = 'admin' AND set_by = cs.viewer_person());
CREATE POLICY clear_budget ON cs.budget FOR DELETE TO cs_app USING (cs.viewer_role() = 'admin');
CREATE POLICY operate_usage ON cs.usage_entry FOR SELECT TO cs_app USING (
  (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner') OR cs.viewer_role() IN ('admin', 'auditor'));

CREATE POLICY book ON cs.spend TO cs_owner USING (true) WITH CHECK (true);
CREATE POLICY look_up ON cs.budget FOR SELECT TO cs_owner USING (true);
CREATE POLICY notice ON cs.budget_notice TO cs_owner USING (true) WITH CHECK (true);
CREATE POLICY count_turns ON cs.turn FOR SELECT TO cs_owner USING (true);
CREATE POLICY book_lost ON cs.usage_entry FOR INSERT TO cs_owner WITH CHECK (true);
-- The seed puts a demonstration back with everything of its tenant.
CREATE POLICY reset_budget ON cs.budget FOR DELETE TO cs_owner USING (tenant_id = cs.viewer_tenant());

-- ── Budgets ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- As BUDGETS in lib/stages/admission/policy.ts: a test compares them.
CREATE FUNCTION cs.budget_by_default(p_unit text, p_scope text, p_period text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_unit || ' ' || p_scope || ' ' || p_period
    WHEN 'micro_usd person day' THEN 5000000 WHEN 'micro_usd person month' THEN 40000000
    WHEN 'micro_usd tenant day' THEN 25000000 WHEN 'micro_usd tenant month' THEN 250000000
    WHEN 'micro_usd global day' THEN 500000000 WHEN 'micro_usd global month' THEN 5000000000
    WHEN 'tokens person day' THEN 5000000 WHEN 'tokens person month' THEN 40000000
    WHEN 'tokens tenant day' THEN 25000000 WHEN 'tokens tenant month' THEN 250000000
    WHEN 'tokens global day' THEN 500000000 WHEN 'tokens global month' THEN 5000000000
    ELSE 0 END
$$;

-- The six places where a turn counts, in the one order in which their rows are ever locked.
CREATE FUNCTION cs.budget_places(p_tenant uuid, p_person uuid, p_at timestamptz)
  RETURNS TABLE (place int, scope text, subject_id uuid, tenant_id uuid, period text, starts_on date, resets_at timestamptz)
  LANGUAGE sql IMMUTABLE AS $$
  SELECT s.place * 2 + p.place, s.scope, s.subject_id, s.tenant_id, p.period, p.starts_on, (p.starts_on + p.step)::timestamp AT TIME ZONE 'UTC'
  FROM (VALUES (0, 'person', p_person, p_tenant), (1, 'tenant', p_tenant, p_tenant),
               (2, 'global', uuid '00000000-0000-0000-0000-000000000000', uuid '00000000-0000-0000-0000-000000000000'))
         AS s(place, scope, subject_id, tenant_id),
       (VALUES (0, 'day', (p_at AT TIME ZONE 'UTC')::date, interval '1 day'),
               (1, 'month', date_trunc('month', p_at AT TIME ZONE 'UTC')::date, interval '1 month')) AS p(place, period, starts_on, step)
  ORDER BY 1
$$;

-- What one of them may cost: its own budget, else that of everyone of its kind, else the table's.
CREATE FUNCTION cs.budget_of(p_unit text, p_scope text, p_subject uuid, p_period text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    CASE WHEN p_unit = 'micro_usd' THEN (SELECT b.limit_micro_usd FROM cs.budget b WHERE b.scope = p_scope AND b.period = p_period
      AND b.subject_id IN (p_subject, '00000000-0000-0000-0000-000000000000') ORDER BY b.subject_id = p_subject DESC LIMIT 1) END,
    cs.budget_by_default(p_unit, p_scope, p_period))
$$;

-- Where a viewer stands in each place, without a lock.
CREATE FUNCTION cs.budget_standing(p_unit text, p_tenant uuid, p_person uuid)
  RETURNS TABLE (place int, scope text, subject_id uuid, period text, reserved bigint, settled bigint, allowed bigint, resets_at timestamptz)
  LANGUAGE sql STABLE AS $$
  SELECT k.place, k.scope, k.subject_id, k.period, coalesce(s.reserved, 0), coalesce(s.settled, 0),
    cs.budget_of(p_unit, k.scope, k.subject_id, k.period), k.resets_at
  FROM cs.budget_places(p_tenant, p_person, cs.now()) k
  LEFT JOIN cs.spend s ON s.unit = p_unit AND s.scope = k.scope AND s.subject_id = k.subject_id AND s.period = k.period AND s.starts_on = k.starts_on
$$;

-- Takes the most a turn may cost from all six, or raises CSB01 and so takes nothing. What it answers with is what a person may be told:
-- nothing of everyone's together, which other customers move.
CREATE FUNCTION cs.reserve(p_unit text, p_tenant uuid, p_person uuid, p_amount bigint) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE seen jsonb; until timestamptz;
BEGIN
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

-- How long until there may be room again, in seconds; NULL where there is room. Without a lock: it spares the work of an opening that
-- can't succeed, and decides nothing else. Leaves the notice that a budget is used up.
CREATE FUNCTION cs.budget_used_up(p_unit text, p_tenant uuid, p_person uuid, p_amount bigint) RETURNS double precision
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE until timestamptz;
BEGIN
  SELECT max(b.resets_at) INTO until FROM cs.budget_standing(p_unit, p_tenant, p_person) b WHERE b.reserved + b.settled + p_amount > b.allowed;
  IF until IS NULL THEN RETURN NULL; END IF;
  INSERT INTO cs.budget_notice (unit, scope, subject_id, tenant_id, period, starts_on, threshold, used, allowed)
    SELECT p_unit, b.scope, b.subject_id, k.tenant_id, b.period, k.starts_on, 100, b.reserved + b.settled, b.allowed
    FROM cs.budget_standing(p_unit, p_tenant, p_person) b JOIN cs.budget_places(p_tenant, p_person, cs.now()) k USING (place)
    WHERE b.reserved + b.settled + p_amount > b.allowed
  ON CONFLICT DO NOTHING;
  RETURN extract(epoch FROM until - cs.now());
END $$;

-- ── Booking ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- A turn that ended: its reservation is freed and what it cost is booked where it was reserved, never more than that. What was lost or
-- deleted under way has asked a model, for all we know: it costs what it reserved.
CREATE FUNCTION cs.book_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
DECLARE
  p_unit text := CASE WHEN OLD.reserved_tokens > 0 THEN 'tokens' ELSE 'micro_usd' END;
  held bigint := CASE WHEN OLD.reserved_tokens > 0 THEN OLD.reserved_tokens ELSE OLD.reserved_micro_usd END;
  freed bigint := CASE WHEN OLD.limiter = 'postgres' THEN held ELSE 0 END;
  spent bigint := held;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = 'closed' THEN
    spent := CASE p_unit WHEN 'tokens' THEN NEW.input_tokens + NEW.output_tokens ELSE NEW.settled_micro_usd END;
    spent := least(held, greatest(0, coalesce(spent, held)));
  ELSE
    INSERT INTO cs.usage_entry (id, tenant_id, person_id, turn_id, model, input_tokens, output_tokens, cost_micro_usd, estimated, price_version)
      VALUES (gen_random_uuid(), OLD.tenant_id, OLD.person_id, OLD.id, OLD.model, OLD.reserved_tokens, 0, OLD.reserved_micro_usd, true, OLD.price_version);
  END IF;
  IF held = 0 THEN RETURN NULL; END IF;
  WITH k AS MATERIALIZED (SELECT * FROM cs.budget_places(OLD.tenant_id, OLD.person_id, OLD.opened_at)),
  booked AS (
    INSERT INTO cs.spend AS s (unit, scope, subject_id, tenant_id, period, starts_on, settled)
      SELECT p_unit, k.scope, k.subject_id, k.tenant_id, k.period, k.starts_on, spent FROM k ORDER BY k.place
    ON CONFLICT (unit, scope, subject_id, period, starts_on) DO UPDATE SET settled = s.settled + excluded.settled, reserved = s.reserved - freed
    RETURNING s.scope, s.subject_id, s.tenant_id, s.period, s.starts_on, s.settled)
  INSERT INTO cs.budget_notice (unit, scope, subject_id, tenant_id, period, starts_on, threshold, used, allowed)
    SELECT p_unit, b.scope, b.subject_id, b.tenant_id, b.period, b.starts_on, t.threshold, b.settled, a.allowed
    FROM booked b CROSS JOIN LATERAL (SELECT cs.budget_of(p_unit, b.scope, b.subject_id, b.period) AS allowed) a
      CROSS JOIN (VALUES (50), (80), (100)) AS t(threshold)
    WHERE spent > 0 AND b.settled * 100 >= a.allowed * t.threshold AND (b.settled - spent) * 100 < a.allowed * t.threshold
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER book_turn AFTER UPDATE OF state ON cs.turn DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'running' AND NEW.state <> 'running') EXECUTE FUNCTION cs.book_turn();
CREATE CONSTRAINT TRIGGER book_turn_deleted AFTER DELETE ON cs.turn DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'running') EXECUTE FUNCTION cs.book_turn();

-- ── Limits ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- How many turns a whole customer has begun within the window, when the oldest of them began, and how many run.
CREATE FUNCTION cs.tenant_load(p_tenant uuid, p_window_s int, p_most int) RETURNS TABLE (taken int, oldest timestamptz, running int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  SELECT count(*)::int, min(opened_at), (SELECT count(*)::int FROM cs.turn WHERE tenant_id = p_tenant AND state = 'running' AND lease_until > cs.now()
      AND opened_at > cs.now() - interval '1 hour')
  FROM (SELECT opened_at FROM cs.turn WHERE tenant_id = p_tenant AND opened_at > cs.now() - make_interval(secs => p_window_s)
        ORDER BY opened_at DESC LIMIT p_most) recent
$$;

-- Whether this person's customer has room for one more turn; as turn_limit says it.
CREATE FUNCTION cs.tenant_limit(p_tenant uuid, p_turn jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE load record; window_s int := (p_turn->>'windowS')::int; most int := (p_turn->>'tenantTurns')::int;
BEGIN
  SELECT * INTO load FROM cs.tenant_load(p_tenant, window_s, most);
  RETURN jsonb_build_object('exceeded', load.taken >= most, 'busy', load.running >= (p_turn->>'tenantConcurrent')::int,
    'resetS', CASE WHEN load.taken = 0 THEN window_s ELSE ceil(extract(epoch FROM load.oldest - cs.now()) + window_s) END);
END $$;

-- ── Opening a turn, with its money ──────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION cs.turn_json(t cs.turn) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('turnId', t.id, 'conversationId', t.conversation_id, 'userMessageId', t.user_message_id,
    'answerMessageId', t.answer_message_id, 'answerSequence', t.answer_sequence,
    'reservedMicroUsd', t.reserved_micro_usd, 'reservedTokens', t.reserved_tokens,
    'guardThreshold', (SELECT guard_threshold FROM cs.tenant WHERE id = t.tenant_id))
$$;

-- What an answer says when limits refuse: the person's window as headers, and when to come back.
CREATE FUNCTION cs.limited(p_limit jsonb, p_exceeded boolean, p_reset_s double precision) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('refusal', 'rate_limited', 'limit', p_limit, 'retryAfterS', CASE WHEN p_exceeded THEN p_reset_s ELSE 2 END)
$$;

-- As in 0040, and: limits of the whole customer, the reservation, and no entry for a refusal. The door writes those down, and counts a
-- flood instead. Where Redis decides, p_turn.limiter says so, and p_turn.refused what it decided: session, idempotency and kill switch
-- still go first. What many turns touch at once comes last: the customer's lock, then the budgets. What is refused there takes everything
-- back that was written before it.
CREATE OR REPLACE FUNCTION cs.open_turn(p_turn jsonb, p_body bytea, p_body_hash bytea, p_title bytea, p_wrapped bytea) RETURNS jsonb
  LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
DECLARE
  person cs.person; known cs.turn; place cs.conversation; lim jsonb; tenant_lim jsonb; parent uuid; made cs.turn; quota jsonb;
  code text; until text; lease interval := make_interval(secs => (p_turn->>'leaseS')::int);
  here boolean := p_turn->>'limiter' = 'postgres';
  unit text := p_turn->>'unit'; most bigint := (p_turn->>'reserve')::bigint;
  usd bigint := CASE WHEN unit = 'micro_usd' THEN most ELSE 0 END; tokens int := CASE WHEN unit = 'tokens' THEN most ELSE 0 END;
BEGIN
  PERFORM set_config('cs.person_id', p_turn->>'personId', true), set_config('cs.tenant_id', p_turn->>'tenantId', true),
          set_config('cs.role', p_turn->>'role', true);
  -- One opening at a time per person: limits and idempotency below can't be raced.
  PERFORM pg_advisory_xact_lock(hashtextextended(p_turn->>'personId', 0));

  SELECT * INTO person FROM cs.person WHERE id = (p_turn->>'personId')::uuid AND tenant_id = (p_turn->>'tenantId')::uuid;
  IF person.id IS NULL OR person.session_version <> (p_turn->>'sessionVersion')::int OR person.role <> p_turn->>'role'
     OR cs.session_ended((p_turn->>'sessionId')::uuid) THEN
    RETURN jsonb_build_object('refusal', 'no_session');
  END IF;

  lim := coalesce(nullif(p_turn->'limit', 'null'), cs.turn_limit(person.id, p_turn));
  SELECT * INTO known FROM cs.turn WHERE person_id = person.id AND idempotency_key = p_turn->>'idempotencyKey';
  IF known.id IS NOT NULL THEN
    code := CASE WHEN known.body_hash <> p_body_hash THEN 'idempotency_conflict'
                 WHEN known.state = 'running' AND known.lease_until > cs.now() THEN 'in_progress' END;
    IF code IS NOT NULL THEN RETURN jsonb_build_object('refusal', code, 'limit', lim); END IF;
    IF known.state = 'closed' THEN RETURN jsonb_build_object('replay', cs.turn_json(known), 'limit', lim); END IF;
  END IF;

  IF cs.paused_for(person.tenant_id, p_turn->>'model') THEN RETURN jsonb_build_object('refusal', 'paused', 'limit', lim); END IF;
  IF here THEN
    IF (lim->>'exceeded')::boolean OR (lim->>'busy')::boolean THEN
      RETURN cs.limited(lim, (lim->>'exceeded')::boolean, (lim->>'resetS')::float8);
    END IF;
  ELSIF nullif(p_turn->'refused', 'null') IS NOT NULL THEN
    PERFORM cs.budget_used_up(unit, person.tenant_id, person.id, most);
    RETURN p_turn->'refused' || jsonb_build_object('limit', lim);
  END IF;
  -- With Redis too: what is spent is known here, whatever a Redis that was emptied thinks.
  until := CASE WHEN most > 0 THEN cs.budget_used_up(unit, person.tenant_id, person.id, most) END;
  IF until IS NOT NULL THEN
    RETURN jsonb_build_object('refusal', 'budget_exhausted', 'limit', lim, 'retryAfterS', until::float8);
  END IF;

  BEGIN -- everything from here is taken back where the last of it finds no room
    IF known.id IS NOT NULL THEN -- lost, or its lease ran out: answer the stored message
      -- What an unswept turn had reserved is booked first, as the sweeper would have.
      UPDATE cs.turn SET state = 'lost', settled_micro_usd = reserved_micro_usd WHERE id = known.id AND state = 'running';
      UPDATE cs.turn SET state = 'running', finish = NULL, opened_at = cs.now(), lease_until = cs.now() + lease, closed_at = NULL,
          settled_micro_usd = NULL, input_tokens = NULL, output_tokens = NULL,
          reserved_micro_usd = usd, reserved_tokens = tokens, limiter = p_turn->>'limiter'
        WHERE id = known.id RETURNING * INTO made;
    ELSE
      IF p_wrapped IS NULL THEN
        SELECT * INTO place FROM cs.conversation WHERE id = (p_turn->>'conversationId')::uuid AND expires_at > cs.now() FOR UPDATE;
        IF place.id IS NULL THEN code := 'not_found';
        ELSIF (p_turn->>'temporary')::boolean AND NOT place.temporary THEN code := 'malformed';
        ELSIF place.next_sequence <> (p_turn->>'sequence')::int THEN RETURN jsonb_build_object('stale', true);
        END IF;
        IF code IS NULL AND p_turn->>'replaces' IS NOT NULL THEN
          SELECT parent_id INTO parent FROM cs.message WHERE id = (p_turn->>'replaces')::uuid AND conversation_id = place.id AND role = 'user';
          IF NOT FOUND THEN code := 'not_found'; END IF;
        ELSE parent := place.active_message_id;
        END IF;
        IF code IS NOT NULL THEN RETURN jsonb_build_object('refusal', code, 'limit', lim); END IF;
      ELSE
        INSERT INTO cs.data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped)
          VALUES ((p_turn->>'dataKeyId')::uuid, person.tenant_id, person.id, 'conversation', (p_turn->>'conversationId')::uuid, p_turn->>'kekId', p_wrapped);
        INSERT INTO cs.conversation (id, tenant_id, person_id, title, temporary, expires_at)
          VALUES ((p_turn->>'conversationId')::uuid, person.tenant_id, person.id, p_title, (p_turn->>'temporary')::boolean,
                  cs.now()); -- the real expiry is set below, with every message
      END IF;
      INSERT INTO cs.turn (id, tenant_id, person_id, conversation_id, idempotency_key, body_hash, user_message_id, answer_message_id, answer_sequence,
                           lease_until, model, prompt_version, policy_version, price_version, reserved_micro_usd, reserved_tokens, limiter)
        VALUES ((p_turn->>'turnId')::uuid, person.tenant_id, person.id, (p_turn->>'conversationId')::uuid, p_turn->>'idempotencyKey', p_body_hash,
                (p_turn->>'userMessageId')::uuid, (p_turn->>'answerMessageId')::uuid, (p_turn->>'sequence')::int + 1,
                cs.now() + lease, p_turn->>'model', p_turn->>'promptVersion', p_turn->>'policyVersion', p_turn->>'priceVersion',
                usd, tokens, p_turn->>'limiter')
        RETURNING * INTO made;
      INSERT INTO cs.message (id, tenant_id, person_id, conversation_id, turn_id, parent_id, role, sequence, body)
        VALUES (made.user_message_id, person.tenant_id, person.id, made.conversation_id, made.id, parent, 'user', made.answer_sequence - 1, p_body);
      UPDATE cs.conversation SET next_sequence = made.answer_sequence + 1, active_message_id = made.user_message_id, updated_at = cs.now(),
          expires_at = cs.now() + make_interval(secs => CASE WHEN temporary THEN (p_turn->>'temporaryKeptS')::int ELSE (p_turn->>'keptS')::int END)
        WHERE id = made.conversation_id;
    END IF;

    INSERT INTO cs.audit_entry (id, tenant_id, person_id, role, action, outcome, stage, subject_kind, subject_id, turn_id, request_id)
      VALUES ((p_turn->>'auditId')::uuid, person.tenant_id, person.id, person.role, 'turn.opened', 'allowed', 'admission', 'conversation',
              made.conversation_id::text, made.id, p_turn->>'requestId');

    IF here THEN
      PERFORM pg_advisory_xact_lock(hashtextextended(p_turn->>'tenantId', 7390190));
      -- This turn is among them by now.
      tenant_lim := cs.tenant_limit(person.tenant_id, p_turn || jsonb_build_object(
        'tenantTurns', (p_turn->>'tenantTurns')::int + 1, 'tenantConcurrent', (p_turn->>'tenantConcurrent')::int + 1));
      IF (tenant_lim->>'exceeded')::boolean OR (tenant_lim->>'busy')::boolean THEN
        RAISE EXCEPTION 'no room in the limits of a customer' USING ERRCODE = 'CSL01';
      END IF;
      IF most > 0 THEN quota := cs.reserve(unit, person.tenant_id, person.id, most); END IF;
    END IF;
  EXCEPTION
    WHEN SQLSTATE 'CSL01' THEN RETURN cs.limited(lim, (tenant_lim->>'exceeded')::boolean, (tenant_lim->>'resetS')::float8);
    WHEN SQLSTATE 'CSB01' THEN
      GET STACKED DIAGNOSTICS until = PG_EXCEPTION_DETAIL;
      RETURN jsonb_build_object('refusal', 'budget_exhausted', 'limit', lim, 'retryAfterS', until::float8);
  END;

  RETURN (SELECT jsonb_build_object('opened', cs.turn_json(made), 'limit', lim, 'quota', coalesce(quota, '[]'),
      'today', to_char(cs.now() AT TIME ZONE t.time_zone, 'YYYY-MM-DD'),
      'profile', jsonb_build_object('email', person.email, 'label', person.label, 'tenantName', t.name, 'locale', t.locale,
                                    'currency', t.currency, 'timeZone', t.time_zone))
    FROM cs.tenant t WHERE t.id = person.tenant_id);
END $$;
DROP FUNCTION cs.note_refused(cs.person, jsonb, text);

-- ── Around it ───────────────────────────────────────────────────────────────────────────────────────────────────
-- The sweeper frees and books what dead processes held; the trigger does the sums.
GRANT SELECT (reserved_micro_usd, limiter) ON cs.turn TO cs_jobs;

-- Who is told of budgets, and that they were. Old days and months go with the usage they add up.
GRANT SELECT, UPDATE (told_at) ON cs.budget_notice TO cs_jobs;
GRANT SELECT (unit, scope, period, starts_on), DELETE ON cs.spend TO cs_jobs;
GRANT DELETE ON cs.budget_notice TO cs_jobs;
CREATE POLICY tell ON cs.budget_notice TO cs_jobs USING (true) WITH CHECK (true);
CREATE POLICY tidy ON cs.spend FOR SELECT TO cs_jobs USING (true);
CREATE POLICY tidy_past ON cs.spend FOR DELETE TO cs_jobs USING (starts_on < (cs.now() - cs.kept_by_default('usage'))::date);
CREATE POLICY tell_owner ON cs.person FOR SELECT TO cs_jobs USING (
  role = 'owner' AND EXISTS (SELECT 1 FROM cs.budget_notice n WHERE n.tenant_id = person.tenant_id
    AND (n.told_at IS NULL OR n.told_at > cs.now() - interval '1 minute')));

-- Who used what, for operators: a label, never an address.
CREATE POLICY label_of ON cs.person FOR SELECT TO cs_owner USING (cs.viewer_role() IN ('admin', 'auditor'));
CREATE FUNCTION cs.usage_people() RETURNS TABLE (person_id uuid, tenant_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  IF cs.viewer_role() IS NULL OR cs.viewer_role() NOT IN ('admin', 'auditor') THEN RETURN; END IF;
  RETURN QUERY SELECT p.id, p.tenant_id, p.label FROM cs.person p;
END $$;

-- ── For Redis ───────────────────────────────────────────────────────────────────────────────────────────────────
-- What is spent, what turns that run hold and what is allowed, place by place, and those turns: what a Redis is filled with.
-- With them the turns of the customer that its window still counts, ended or not.
CREATE FUNCTION cs.budget_books(p_unit text, p_tenant uuid, p_person uuid, p_at timestamptz, p_window_s int) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  WITH held AS (
    SELECT t.id, t.tenant_id, t.person_id, t.opened_at, t.state = 'running' AS runs, CASE p_unit WHEN 'tokens' THEN t.reserved_tokens ELSE t.reserved_micro_usd END AS amount
    FROM cs.turn t WHERE t.limiter = 'redis' AND (t.reserved_tokens > 0) = (p_unit = 'tokens')
      AND (t.state = 'running' OR (t.tenant_id = p_tenant AND t.opened_at > p_at - make_interval(secs => p_window_s))))
  SELECT jsonb_build_object(
    'rows', (SELECT jsonb_agg(jsonb_build_object('allowed', cs.budget_of(p_unit, k.scope, k.subject_id, k.period),
        'settled', coalesce((SELECT s.settled FROM cs.spend s WHERE s.unit = p_unit AND s.scope = k.scope AND s.subject_id = k.subject_id
                               AND s.period = k.period AND s.starts_on = k.starts_on), 0),
        'reserved', coalesce((SELECT sum(h.amount) FROM held h WHERE h.runs AND h.opened_at >= k.starts_on::timestamp AT TIME ZONE 'UTC' AND h.opened_at < k.resets_at
                                AND CASE k.scope WHEN 'person' THEN h.person_id = p_person WHEN 'tenant' THEN h.tenant_id = p_tenant ELSE true END), 0))
        ORDER BY k.place) FROM cs.budget_places(p_tenant, p_person, p_at) k),
    'turns', coalesce((SELECT jsonb_agg(jsonb_build_object('turn', h.id, 'tenant', h.tenant_id, 'person', h.person_id, 'unit', p_unit, 'amount', h.amount,
        'runs', h.runs, 'at', floor(extract(epoch FROM h.opened_at) * 1000))) FROM held h), '[]'))
$$;
-- What became of turns that Redis still holds something for. A turn that is not there was never opened.
CREATE FUNCTION cs.turns_ended(p_ids uuid[]) RETURNS TABLE (id uuid, state text, spent bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cs, pg_temp AS $$
  SELECT t.id, t.state, CASE WHEN t.state = 'running' THEN 0 WHEN t.reserved_tokens = 0 THEN t.settled_micro_usd
      WHEN t.state = 'lost' THEN t.reserved_tokens ELSE least(t.reserved_tokens, t.input_tokens + t.output_tokens) END
  FROM cs.turn t WHERE t.id = ANY(p_ids)
$$;

REVOKE ALL ON FUNCTION cs.turns_ended(uuid[]), cs.budget_books(text, uuid, uuid, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.turns_ended(uuid[]) TO cs_jobs;
GRANT EXECUTE ON FUNCTION cs.budget_books(text, uuid, uuid, timestamptz, int) TO cs_app;
REVOKE ALL ON FUNCTION cs.open_turn(jsonb, bytea, bytea, bytea, bytea), cs.reserve(text, uuid, uuid, bigint),
  cs.budget_used_up(text, uuid, uuid, bigint), cs.book_turn(), cs.tenant_load(uuid, int, int), cs.tenant_limit(uuid, jsonb), cs.usage_people(),
  cs.budget_standing(text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.open_turn(jsonb, bytea, bytea, bytea, bytea), cs.reserve(text, uuid, uuid, bigint),
  cs.budget_used_up(text, uuid, uuid, bigint), cs.tenant_load(uuid, int, int), cs.tenant_limit(uuid, jsonb), cs.usage_people(),
  cs.budget_standing(text, uuid, uuid) TO cs_app;
