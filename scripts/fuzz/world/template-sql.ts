/**
 * What a fuzz database has besides the migrations: a clock of its own for every tenant, so that episodes that run side by side
 * never move each other's time, and a copier of whole customers. `aaaaaaaa` in the template's ids and texts becomes the tag of
 * the copy, so that every byte that came from one customer can be told from every other's.
 */
export const FUZZ_SCHEMA = `
CREATE SCHEMA fuzz;
GRANT USAGE ON SCHEMA fuzz TO PUBLIC;
CREATE TABLE fuzz.clock (tenant_id uuid PRIMARY KEY, moved_by interval NOT NULL);
GRANT SELECT ON fuzz.clock TO PUBLIC;
CREATE TABLE fuzz.template (spec text, name text, rows text, place serial);

CREATE OR REPLACE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT now() + coalesce((SELECT moved_by FROM fuzz.clock WHERE tenant_id = nullif(current_setting('cs.tenant_id', true), '')::uuid), '0') $$;

CREATE FUNCTION fuzz.copy_customer(p_spec text, p_tag text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE part fuzz.template;
BEGIN
  FOR part IN SELECT * FROM fuzz.template WHERE spec = p_spec ORDER BY place LOOP
    EXECUTE format('INSERT INTO cs.%I SELECT r.* FROM jsonb_populate_recordset(NULL::cs.%I, $1) r', part.name, part.name)
      USING replace(part.rows, 'aaaaaaaa', p_tag)::jsonb;
  END LOOP;
END $$;`;

/** Tables of a customer, parents first. */
export const CUSTOMER_TABLES = [
  'tenant',
  'billing_profile',
  'subscription',
  'subscription_change',
  'seat',
  'addon',
  'promotion',
  'usage_record',
  'credit',
  'invoice',
  'invoice_line',
  'payment_method',
  'payment',
  'payment_attempt',
  'refund',
] as const;

/** The part of the ledger that a decision may change, as the oracle reads it. */
export const LEDGER_TABLES = [
  'billing_profile',
  'subscription',
  'subscription_change',
  'seat',
  'invoice',
  'invoice_line',
  'payment',
  'refund',
  'credit',
] as const;
