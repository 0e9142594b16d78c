import { describe, expect, it } from 'vitest';
import { onOutsideServer, outsideServer } from '#scripts/test/outside-server.ts';
import { withClient } from './connect.ts';
import { prepareDatabase } from './prepare.ts';
import { scramVerifier } from './role-sql.ts';
import { loginRoles, placeOf, roleTable, roleUrls } from './roles.ts';

async function expectHarmlessRoles(adminUrl: string, prefix: string): Promise<void> {
  const names = roleTable.map((entry) => `${prefix}_${entry.role}`);
  const { rows } = await withClient(adminUrl, (client) =>
    client.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit, rolcanlogin
         FROM pg_roles WHERE rolname = ANY($1) ORDER BY rolname`,
      [names],
    ),
  );
  expect(rows).toEqual(
    names.toSorted().map((rolname) => ({
      rolname,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolinherit: false,
      rolcanlogin: ![`${prefix}_read`, `${prefix}_write`].includes(rolname),
    })),
  );
}

describe('no role of the application is a superuser, bypasses row-level security or makes roles', () => {
  it('on the embedded PostgreSQL', async () => {
    await expectHarmlessRoles(process.env.TEST_ADMIN_URL ?? '', 'cs');
  });

  it.skipIf(!outsideServer)('on the outside PostgreSQL', async () => {
    await onOutsideServer(async ({ adminUrl, prefix }) => expectHarmlessRoles(adminUrl, prefix));
  });
});

describe('a running application', () => {
  it('owns no table, and only the job role owns the job schema', async () => {
    const { rows } = await withClient(process.env.TEST_ADMIN_URL ?? '', (client) =>
      client.query<{ schema: string; owner: string }>(
        `SELECT DISTINCT n.nspname AS schema, pg_get_userbyid(c.relowner) AS owner
           FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname IN ('cs', 'graphile_worker') ORDER BY 1`,
      ),
    );
    expect(rows).toEqual([
      { schema: 'cs', owner: 'cs_owner' },
      { schema: 'graphile_worker', owner: 'cs_jobs' },
    ]);
  });

  it('may not create schemas once set-up is over', async () => {
    for (const { setting } of loginRoles) {
      const attempt = withClient(process.env[setting ?? ''] ?? '', (client) =>
        client.query('CREATE SCHEMA mine'),
      );
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});

describe('set-up', () => {
  const target = () => ({
    adminSetting: 'TEST_ADMIN_URL',
    prefix: 'cs',
    urls: roleUrls(process.env.DATABASE_URL_APP ?? '', 'cs', process.env),
  });

  it('has nothing to do the second time, and then needs no administrator', async () => {
    expect(await prepareDatabase({ ...target(), adminUrl: null })).toBe('roles present, schema up to date');
  });

  it('says in one line which setting is wrong, and never its value', async () => {
    const urls = {
      ...target().urls,
      DATABASE_URL_APP: target().urls.DATABASE_URL_APP.replace(/:[^:@]+@/, ':wrong-one@'),
    };
    const refusal = prepareDatabase({ ...target(), urls, adminUrl: null });
    await expect(refusal).rejects.toThrow('DATABASE_URL_APP: its user or password is wrong.');
  });
});

describe('connection strings', () => {
  it('keep known passwords, make new ones, and keep options of the server', () => {
    const known = { DATABASE_URL_APP: `postgresql://cs_app:${'kept'}@elsewhere:1/old` };
    const urls = roleUrls(
      `postgresql://admin:${'x'}@db.northwind.test:6543/bill?sslmode=verify-full`,
      'cs',
      known,
    );
    expect(urls.DATABASE_URL_APP).toBe(
      `postgresql://cs_app:${'kept'}@db.northwind.test:6543/bill?sslmode=verify-full`,
    );
    expect(new URL(urls.DATABASE_URL_OWNER).password).toMatch(/^[\w-]{32}$/);
    expect(placeOf('postgresql://a@localhost/x')).toBe(placeOf('postgresql://b@127.0.0.1:5432/x'));
  });

  it('reach PostgreSQL without the password: set-up sends a verifier', async () => {
    expect(scramVerifier('open sesame')).toMatch(
      /^SCRAM-SHA-256\$4096:[\w+/]{22}==\$[\w+/]{43}=:[\w+/]{43}=$/,
    );
    const { rows } = await withClient(process.env.DATABASE_URL_APP ?? '', (client) =>
      client.query('SELECT current_user AS name'),
    );
    expect(rows).toEqual([{ name: 'cs_app' }]);
  });
});
