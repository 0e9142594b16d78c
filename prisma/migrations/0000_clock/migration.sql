-- The clock for whatever is stored or compared. Test and lab databases replace this function by one with an offset;
-- a normal database has no way to move it.
CREATE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT now() $$;
