-- Key-encryption keys: which of them stored keys still need, who re-wraps, and that a retired one never wraps again.

ALTER TABLE cs.retired_kek ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Names of keys say nothing of anybody. Written once, and never taken back.
GRANT SELECT ON cs.retired_kek TO cs_app, cs_seal;
GRANT INSERT ON cs.retired_kek TO cs_seal;
CREATE POLICY read_retired ON cs.retired_kek FOR SELECT TO cs_app, cs_seal USING (true);
CREATE POLICY retire ON cs.retired_kek FOR INSERT TO cs_seal WITH CHECK (true);

-- Rotation sees wrapped keys of everybody and no content; it can neither destroy a key nor bring a destroyed one back.
GRANT SELECT, UPDATE (kek_id, wrapped) ON cs.data_key TO cs_seal;
CREATE POLICY rotation_sees ON cs.data_key FOR SELECT TO cs_seal USING (wrapped IS NOT NULL);
CREATE POLICY rotation_wraps ON cs.data_key FOR UPDATE TO cs_seal USING (wrapped IS NOT NULL) WITH CHECK (wrapped IS NOT NULL);
GRANT INSERT ON cs.audit_entry TO cs_seal;
CREATE POLICY write_rotation ON cs.audit_entry FOR INSERT TO cs_seal WITH CHECK (person_id IS NULL);

-- A process that has not heard of a rotation yet would wrap by the old key. The lock is shared among writers; whoever retires a key
-- takes it alone, so that no write of that key is under way while what is left of it is counted.
CREATE FUNCTION cs.refuse_retired_kek() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('kek:' || NEW.kek_id, 0));
  IF EXISTS (SELECT 1 FROM cs.retired_kek WHERE id = NEW.kek_id) THEN
    RAISE EXCEPTION 'this key-encryption key is retired' USING ERRCODE = 'CSK01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_retired_kek BEFORE INSERT OR UPDATE OF kek_id ON cs.data_key FOR EACH ROW EXECUTE FUNCTION cs.refuse_retired_kek();

-- Which key-encryption keys undestroyed data keys need, asked by every process before it starts. One step of the index for each.
CREATE POLICY census ON cs.data_key FOR SELECT TO cs_owner USING (current_setting('cs.kek_census', true) = 'on');
CREATE FUNCTION cs.keks_in_use() RETURNS TABLE (kek_id text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = cs, pg_temp AS $$
BEGIN
  PERFORM set_config('cs.kek_census', 'on', true);
  RETURN QUERY WITH RECURSIVE named AS (
    (SELECT k.kek_id FROM cs.data_key k ORDER BY k.kek_id LIMIT 1)
    UNION ALL
    SELECT (SELECT k.kek_id FROM cs.data_key k WHERE k.kek_id > n.kek_id ORDER BY k.kek_id LIMIT 1) FROM named n WHERE n.kek_id IS NOT NULL)
  SELECT n.kek_id FROM named n WHERE n.kek_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM cs.data_key k WHERE k.kek_id = n.kek_id AND k.wrapped IS NOT NULL);
  PERFORM set_config('cs.kek_census', '', true);
END $$;
REVOKE ALL ON FUNCTION cs.keks_in_use(), cs.refuse_retired_kek() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.keks_in_use() TO cs_app, cs_seal, cs_owner;
