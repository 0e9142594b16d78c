/**
 * A clock of its own for every customer of the lab, so that time can pass in one run and stand in all others. The application reads
 * `cs.now()` as ever; what is added to it stands in a table that only the lab's database has.
 */
export const CLOCK_SCHEMA = [
  'CREATE SCHEMA IF NOT EXISTS lab',
  'GRANT USAGE ON SCHEMA lab TO PUBLIC',
  'CREATE TABLE IF NOT EXISTS lab.clock (tenant_id uuid PRIMARY KEY, moved_by interval NOT NULL)',
  'GRANT SELECT ON lab.clock TO PUBLIC',
  `CREATE OR REPLACE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
     SELECT now() + coalesce((SELECT moved_by FROM lab.clock WHERE tenant_id = nullif(current_setting('cs.tenant_id', true), '')::uuid), '0') $$`,
] as const;
