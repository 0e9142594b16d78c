-- Sign-in: who may read proofs of identity. cs_auth works before a viewer exists and sees one account at a time;
-- cs_app, which serves signed-in people, never sees a password hash.

-- ── The account a sign-in asks about ────────────────────────────────────────────────────────────────────────────
-- Set for one transaction by the functions below. Without it every row is hidden, so a forgotten WHERE lists nobody.
CREATE FUNCTION cs.sign_in_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('cs.sign_in_person', true), '')::uuid $$;
CREATE FUNCTION cs.sign_in_email() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('cs.sign_in_email', true), '') $$;

ALTER TABLE cs.credential ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.identity_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.ended_session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.sign_in_throttle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

ALTER TABLE cs.credential ADD CONSTRAINT credential_person FOREIGN KEY (person_id) REFERENCES cs.person (id) ON DELETE CASCADE;
ALTER TABLE cs.identity_link ADD CONSTRAINT identity_link_person FOREIGN KEY (person_id) REFERENCES cs.person (id) ON DELETE CASCADE;
ALTER TABLE cs.ended_session ADD CONSTRAINT ended_session_person FOREIGN KEY (person_id) REFERENCES cs.person (id) ON DELETE CASCADE;
ALTER TABLE cs.credential ADD CONSTRAINT credential_argon2id CHECK (password_hash LIKE '$argon2id$%');

GRANT SELECT (id, tenant_id, email, role, session_version) ON cs.person TO cs_auth;
GRANT SELECT ON cs.credential, cs.identity_link TO cs_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON cs.sign_in_throttle TO cs_auth;
CREATE POLICY sign_in_person ON cs.person FOR SELECT TO cs_auth USING (email = cs.sign_in_email() OR id = cs.sign_in_person());
CREATE POLICY sign_in_credential ON cs.credential FOR SELECT TO cs_auth USING (person_id = cs.sign_in_person());
CREATE POLICY sign_in_link ON cs.identity_link FOR SELECT TO cs_auth
  USING (issuer = current_setting('cs.sign_in_issuer', true) AND subject = current_setting('cs.sign_in_subject', true));
CREATE POLICY count_failures ON cs.sign_in_throttle TO cs_auth USING (true) WITH CHECK (true);

-- The seed, fixtures and the demonstration's reset, tenant by tenant.
CREATE POLICY seed_credential ON cs.credential TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_link ON cs.identity_link TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_ended ON cs.ended_session TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);

-- The person behind an e-mail address, with the password hash where there is one. No row for an unknown address.
CREATE FUNCTION cs.find_account(p_email text)
  RETURNS TABLE (person_id uuid, tenant_id uuid, role text, session_version int, password_hash text)
  LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
#variable_conflict use_column
DECLARE found uuid;
BEGIN
  PERFORM set_config('cs.sign_in_email', p_email, true);
  SELECT p.id INTO found FROM cs.person p WHERE p.email = p_email;
  PERFORM set_config('cs.sign_in_person', coalesce(found::text, ''), true);
  RETURN QUERY SELECT p.id, p.tenant_id, p.role, p.session_version, c.password_hash
    FROM cs.person p LEFT JOIN cs.credential c ON c.person_id = p.id WHERE p.email = p_email;
END $$;

-- The person linked to an account of an OpenID provider.
CREATE FUNCTION cs.find_linked_account(p_issuer text, p_subject text)
  RETURNS TABLE (person_id uuid, tenant_id uuid, role text, session_version int)
  LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
#variable_conflict use_column
DECLARE found uuid;
BEGIN
  PERFORM set_config('cs.sign_in_issuer', p_issuer, true), set_config('cs.sign_in_subject', p_subject, true);
  SELECT l.person_id INTO found FROM cs.identity_link l WHERE l.issuer = p_issuer AND l.subject = p_subject;
  PERFORM set_config('cs.sign_in_person', coalesce(found::text, ''), true);
  RETURN QUERY SELECT p.id, p.tenant_id, p.role, p.session_version FROM cs.person p WHERE p.id = found;
END $$;

-- ── The person behind a session, at every request ───────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, DELETE ON cs.ended_session TO cs_app;
CREATE POLICY own_ended ON cs.ended_session FOR SELECT TO cs_app USING (person_id = cs.viewer_person());
CREATE POLICY end_own ON cs.ended_session FOR INSERT TO cs_app WITH CHECK (person_id = cs.viewer_person() AND tenant_id = cs.viewer_tenant());
CREATE POLICY forget_expired ON cs.ended_session FOR DELETE TO cs_app USING (person_id = cs.viewer_person() AND expires_at <= cs.now());
GRANT SELECT (session_id, expires_at), DELETE ON cs.ended_session TO cs_purge;
CREATE POLICY purge_expired ON cs.ended_session TO cs_purge USING (expires_at <= cs.now());

GRANT UPDATE (session_version) ON cs.person TO cs_app;
CREATE POLICY own_session_version ON cs.person FOR UPDATE TO cs_app USING (id = cs.viewer_person()) WITH CHECK (id = cs.viewer_person());

-- Whether this session was signed out. With the caller's rights, so only the viewer's own sessions are seen.
CREATE FUNCTION cs.session_ended(p_session uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM cs.ended_session WHERE session_id = p_session)
$$;

-- Who a session belongs to now: no row when the person is gone, the version was raised or the session was signed out.
-- Role and tenant are those of the person's row, not of the token. With the caller's rights: the settings that it leaves
-- in its transaction are those of the same person, and callers run it as a statement of its own.
CREATE FUNCTION cs.session_profile(p_person uuid, p_tenant uuid, p_version int, p_session uuid)
  RETURNS TABLE (person_id uuid, tenant_id uuid, role text, email text, label text, tenant_name text, locale text, currency text, time_zone text)
  LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('cs.person_id', p_person::text, true), set_config('cs.tenant_id', p_tenant::text, true);
  RETURN QUERY SELECT p.id, p.tenant_id, p.role, p.email, p.label, t.name, t.locale, t.currency, t.time_zone
    FROM cs.person p JOIN cs.tenant t ON t.id = p.tenant_id
    WHERE p.id = p_person AND p.session_version = p_version AND NOT cs.session_ended(p_session);
END $$;

REVOKE ALL ON FUNCTION cs.sign_in_person(), cs.sign_in_email(), cs.find_account(text), cs.find_linked_account(text, text),
  cs.session_ended(uuid), cs.session_profile(uuid, uuid, int, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.sign_in_person(), cs.sign_in_email(), cs.find_account(text), cs.find_linked_account(text, text) TO cs_auth;
GRANT EXECUTE ON FUNCTION cs.session_ended(uuid), cs.session_profile(uuid, uuid, int, uuid) TO cs_app;
