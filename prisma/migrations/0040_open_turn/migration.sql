-- Opening a turn in one round trip: session, idempotency, kill switch, limits, the turn and the person's message.
-- Runs with the caller's rights: row-level security holds inside. Answers with JSON, either
--   {"refusal": code, "retryAfterS"?: n, …} · {"replay": turn} · {"opened": turn, "profile": …, "limit": …} · {"stale": true}
-- `stale` means another message got this sequence number first: read the conversation again and retry.

-- Whether this message may not be answered now. Reads the flags' rows themselves, not a snapshot; flags that can't be read
-- mean paused.
CREATE FUNCTION cs.paused_for(p_tenant uuid, p_model text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM cs.flag WHERE paused AND (
      scope = 'global' OR (scope = 'tenant' AND subject = p_tenant::text) OR (scope = 'model' AND subject = p_model)));
EXCEPTION WHEN OTHERS THEN RETURN true;
END $$;

CREATE FUNCTION cs.note_refused(p cs.person, p_turn jsonb, p_code text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO cs.audit_entry (id, tenant_id, person_id, role, action, outcome, stage, rule, request_id)
  VALUES ((p_turn->>'auditId')::uuid, p.tenant_id, p.id, p.role, 'turn.refused', 'denied', 'admission', p_code, p_turn->>'requestId')
$$;

CREATE FUNCTION cs.turn_json(t cs.turn) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('turnId', t.id, 'conversationId', t.conversation_id, 'userMessageId', t.user_message_id,
    'answerMessageId', t.answer_message_id, 'answerSequence', t.answer_sequence)
$$;

-- Rolling window and concurrency of one person. NULL when there is room.
CREATE FUNCTION cs.turn_limit(p_person uuid, p_turn jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  window_s int := (p_turn->>'windowS')::int;
  most int := (p_turn->>'turnsPerWindow')::int;
  oldest timestamptz;
  taken int;
  running int;
BEGIN
  SELECT count(*), min(opened_at) INTO taken, oldest FROM (
    SELECT opened_at FROM cs.turn WHERE person_id = p_person AND opened_at > cs.now() - make_interval(secs => window_s)
    ORDER BY opened_at DESC LIMIT most) recent;
  SELECT count(*) INTO running FROM cs.turn WHERE person_id = p_person AND state = 'running' AND lease_until > cs.now();
  RETURN jsonb_build_object(
    'limit', most, 'remaining', greatest(most - taken - 1, 0),
    'resetS', CASE WHEN taken = 0 THEN window_s ELSE ceil(extract(epoch FROM oldest - cs.now()) + window_s) END,
    'exceeded', taken >= most, 'busy', running >= (p_turn->>'concurrent')::int);
END $$;

CREATE FUNCTION cs.open_turn(p_turn jsonb, p_body bytea, p_body_hash bytea, p_title bytea, p_wrapped bytea) RETURNS jsonb
  LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
DECLARE
  person cs.person; known cs.turn; place cs.conversation; lim jsonb; parent uuid; made cs.turn;
  code text; lease interval := make_interval(secs => (p_turn->>'leaseS')::int);
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

  SELECT * INTO known FROM cs.turn WHERE person_id = person.id AND idempotency_key = p_turn->>'idempotencyKey';
  IF known.id IS NOT NULL THEN
    code := CASE WHEN known.body_hash <> p_body_hash THEN 'idempotency_conflict'
                 WHEN known.state = 'running' AND known.lease_until > cs.now() THEN 'in_progress' END;
    IF code IS NOT NULL THEN PERFORM cs.note_refused(person, p_turn, code); RETURN jsonb_build_object('refusal', code); END IF;
    IF known.state = 'closed' THEN RETURN jsonb_build_object('replay', cs.turn_json(known)); END IF;
  END IF;

  IF cs.paused_for(person.tenant_id, p_turn->>'model') THEN
    PERFORM cs.note_refused(person, p_turn, 'paused'); RETURN jsonb_build_object('refusal', 'paused');
  END IF;
  lim := cs.turn_limit(person.id, p_turn);
  IF (lim->>'exceeded')::boolean OR (lim->>'busy')::boolean THEN
    PERFORM cs.note_refused(person, p_turn, 'rate_limited');
    RETURN jsonb_build_object('refusal', 'rate_limited', 'limit', lim,
      'retryAfterS', CASE WHEN (lim->>'exceeded')::boolean THEN (lim->>'resetS')::int ELSE 2 END);
  END IF;

  IF known.id IS NOT NULL THEN -- lost, or its lease ran out: answer the stored message
    UPDATE cs.turn SET state = 'running', finish = NULL, opened_at = cs.now(), lease_until = cs.now() + lease, closed_at = NULL
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
      IF code IS NOT NULL THEN PERFORM cs.note_refused(person, p_turn, code); RETURN jsonb_build_object('refusal', code); END IF;
    ELSE
      INSERT INTO cs.data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped)
        VALUES ((p_turn->>'dataKeyId')::uuid, person.tenant_id, person.id, 'conversation', (p_turn->>'conversationId')::uuid, p_turn->>'kekId', p_wrapped);
      INSERT INTO cs.conversation (id, tenant_id, person_id, title, temporary, expires_at)
        VALUES ((p_turn->>'conversationId')::uuid, person.tenant_id, person.id, p_title, (p_turn->>'temporary')::boolean,
                cs.now()); -- the real expiry is set below, with every message
    END IF;
    INSERT INTO cs.turn (id, tenant_id, person_id, conversation_id, idempotency_key, body_hash, user_message_id, answer_message_id, answer_sequence,
                         lease_until, model, prompt_version, policy_version, price_version)
      VALUES ((p_turn->>'turnId')::uuid, person.tenant_id, person.id, (p_turn->>'conversationId')::uuid, p_turn->>'idempotencyKey', p_body_hash,
              (p_turn->>'userMessageId')::uuid, (p_turn->>'answerMessageId')::uuid, (p_turn->>'sequence')::int + 1,
              cs.now() + lease, p_turn->>'model', p_turn->>'promptVersion', p_turn->>'policyVersion', p_turn->>'priceVersion')
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

  RETURN (SELECT jsonb_build_object('opened', cs.turn_json(made), 'limit', lim,
      'today', to_char(cs.now() AT TIME ZONE t.time_zone, 'YYYY-MM-DD'),
      'profile', jsonb_build_object('email', person.email, 'label', person.label, 'tenantName', t.name, 'locale', t.locale,
                                    'currency', t.currency, 'timeZone', t.time_zone))
    FROM cs.tenant t WHERE t.id = person.tenant_id);
END $$;

-- PostgreSQL lets everyone execute a new function unless told otherwise.
REVOKE ALL ON FUNCTION cs.open_turn(jsonb, bytea, bytea, bytea, bytea), cs.note_refused(cs.person, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.open_turn(jsonb, bytea, bytea, bytea, bytea), cs.note_refused(cs.person, jsonb, text) TO cs_app;
