import { quoted } from '#scripts/database/role-sql.ts';
import type { Admin } from './admin.ts';

/**
 * Makes `cs_nowalls`, which row-level security does not bind, and lets the application enter it. It exists in the throwaway
 * cluster of a fuzz run and of the lab only; entering it takes the planted fault `database-walls-off`. Safe to run again.
 */
export async function makeNoWalls(admin: Admin, prefix: string): Promise<void> {
  const role = quoted(`${prefix}_nowalls`);
  await admin(
    [
      `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      `GRANT ${role} TO ${quoted(`${prefix}_app`)}`,
      `GRANT USAGE ON SCHEMA cs TO ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cs TO ${role}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA cs TO ${role}`,
    ].join('; '),
  );
}

/**
 * Takes down what the database itself says no with: CHECKs, unique keys beside the primary ones that matter to a decision, and
 * triggers. For the second column of the mutation score, in a database that is thrown away afterwards.
 */
export async function takeConstraintsDown(admin: Admin): Promise<void> {
  await admin(`
    DO $$ DECLARE r record; BEGIN
      FOR r IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
        WHERE connamespace = 'cs'::regnamespace AND contype IN ('c', 'f') AND conparentid = 0 LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', r.t, r.conname);
      END LOOP;
      FOR r IN SELECT tgrelid::regclass AS t, tgname FROM pg_trigger
        WHERE NOT tgisinternal AND tgparentid = 0 AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'cs'::regnamespace)
          AND tgname NOT IN ('announce', 'book_turn', 'book_turn_deleted') LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON %s', r.tgname, r.t);
      END LOOP;
    END $$;
    ALTER TABLE cs.effect DROP CONSTRAINT effect_pkey CASCADE;
    DROP INDEX IF EXISTS cs.effect_tenant_id_proposal_id_key;
    DROP INDEX IF EXISTS cs.refund_proposal_id_key;`);
}
