import { quoted } from '#scripts/database/role-sql.ts';
import type { Admin } from './admin.ts';

/** Where row-level security is made to speak: it filters silently, and a fault that it catches would look like no fault. */
const HEARD = ['proposal', 'conversation', 'invoice'] as const;

type Policy = {
  policyname: string;
  cmd: string;
  roles: string[];
  qual: string | null;
  with_check: string | null;
};

/**
 * Rewrites what the application may read of these tables as one policy that says so whenever it keeps back a row that the
 * query asked for. The condition costs so much that PostgreSQL tries every other one first (comparisons of ids are leakproof):
 * where the code asks for its own rows, this wall has nothing to say.
 */
export async function hearWalls(admin: Admin, prefix: string): Promise<void> {
  await admin(`CREATE OR REPLACE FUNCTION fuzz.heard(p_may boolean, p_table text) RETURNS boolean LANGUAGE plpgsql VOLATILE COST 1000000 AS $$
    BEGIN
      IF p_may THEN RETURN true; END IF;
      -- Only where the code itself asked for this table: policies of other tables look into it too.
      IF current_query() ~ ('\\m' || p_table || '\\M') THEN RAISE NOTICE 'fuzz_heard %', p_table; END IF;
      RETURN false;
    END $$`);
  for (const table of HEARD) {
    const policies = await admin<Policy>(
      `SELECT policyname, cmd, roles::text[] AS roles, qual, with_check FROM pg_policies WHERE schemaname = 'cs' AND tablename = $1`,
      [table],
    );
    for (const role of ['app', 'read'] as const) await hear(admin, table, `${prefix}_${role}`, policies);
    for (const policy of policies) await keepWrites(admin, table, prefix, policy);
  }
}

async function hear(admin: Admin, table: string, role: string, policies: readonly Policy[]): Promise<void> {
  const may = policies.filter(
    ({ cmd, roles }) => (cmd === 'SELECT' || cmd === 'ALL') && roles.includes(role),
  );
  if (may.length === 0) return;
  const either = may.map(({ qual }) => `(${qual ?? 'true'})`).join(' OR ');
  await admin(
    `CREATE POLICY heard_${role} ON cs.${table} FOR SELECT TO ${quoted(role)} USING (fuzz.heard(${either}, '${table}'))`,
  );
}

/** The policy itself goes, where it was one of those; what it said about writing stays. */
async function keepWrites(admin: Admin, table: string, prefix: string, policy: Policy): Promise<void> {
  const { policyname, cmd, roles, qual, with_check: check } = policy;
  const isRead = roles.some((role) => role === `${prefix}_app` || role === `${prefix}_read`);
  if (!isRead || (cmd !== 'SELECT' && cmd !== 'ALL')) return;
  await admin(`DROP POLICY ${quoted(policyname)} ON cs.${table}`);
  if (cmd === 'SELECT') return;
  const to = roles.map(quoted).join(', ');
  const using = qual ?? 'true';
  const withCheck = check ?? using;
  await admin(
    `CREATE POLICY ${quoted(`${policyname}_i`)} ON cs.${table} FOR INSERT TO ${to} WITH CHECK (${withCheck});
     CREATE POLICY ${quoted(`${policyname}_u`)} ON cs.${table} FOR UPDATE TO ${to} USING (${using}) WITH CHECK (${withCheck});
     CREATE POLICY ${quoted(`${policyname}_d`)} ON cs.${table} FOR DELETE TO ${to} USING (${using})`,
  );
}
