import { randomBytes } from 'node:crypto';

/**
 * The database roles of one installation. None is a superuser, none bypasses row-level security, and none inherits: a role
 * that is granted to another must be entered (`cs_app` enters `cs_read`), else policies of the one would hold for the other.
 */
export const roleTable = [
  { role: 'owner', setting: 'DATABASE_URL_OWNER', memberOf: ['jobs'], purpose: 'migrates and owns' },
  {
    role: 'app',
    setting: 'DATABASE_URL_APP',
    memberOf: ['read', 'write'],
    purpose: 'runtime, under row-level security',
  },
  { role: 'read', setting: null, memberOf: [], purpose: 'entered per transaction for reads of the ledger' },
  { role: 'write', setting: null, memberOf: [], purpose: 'entered by a decision to write the ledger' },
  { role: 'auth', setting: 'DATABASE_URL_AUTH', memberOf: [], purpose: 'credentials, sessions, throttles' },
  { role: 'jobs', setting: 'DATABASE_URL_JOBS', memberOf: [], purpose: 'owns graphile_worker' },
  { role: 'purge', setting: 'DATABASE_URL_PURGE', memberOf: [], purpose: 'retention' },
  { role: 'seal', setting: 'DATABASE_URL_SEAL', memberOf: [], purpose: 'seals the audit log' },
  { role: 'audit', setting: 'DATABASE_URL_AUDIT', memberOf: [], purpose: 'verifies the audit log' },
] as const;

export type Role = (typeof roleTable)[number]['role'];
export type UrlSetting = NonNullable<(typeof roleTable)[number]['setting']>;

/** One URL per role that signs in, under the name of its setting. */
export type RoleUrls = Readonly<Record<UrlSetting, string>>;

/** The roles that sign in, with their settings. */
export const loginRoles = roleTable.filter((entry) => entry.setting !== null);

/** A new password: 24 random bytes that need no quoting in a URL or in SQL. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** `base` with another user and password, and another database where one is given. Options such as sslmode stay. */
export function urlFor(base: string, user: string, password: string, database?: string): string {
  const url = new URL(base);
  url.username = user;
  url.password = password;
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** The password in a connection URL, or null. */
export function passwordOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  return decodeURIComponent(new URL(url).password) || null;
}

/** Host, port and database of a URL: equal where two URLs mean the same place. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname === 'localhost' ? '127.0.0.1' : hostname}:${port || '5432'}${pathname}`;
}

/** URLs for every role on the server and database of `base`, with passwords taken from `known` URLs or made new. */
export function roleUrls(
  base: string,
  prefix: string,
  known: Readonly<Record<string, string | undefined>>,
  database?: string,
): RoleUrls {
  const url = (role: Role, setting: UrlSetting) =>
    urlFor(base, `${prefix}_${role}`, passwordOf(known[setting]) ?? newPassword(), database);
  return {
    DATABASE_URL_OWNER: url('owner', 'DATABASE_URL_OWNER'),
    DATABASE_URL_APP: url('app', 'DATABASE_URL_APP'),
    DATABASE_URL_AUTH: url('auth', 'DATABASE_URL_AUTH'),
    DATABASE_URL_JOBS: url('jobs', 'DATABASE_URL_JOBS'),
    DATABASE_URL_PURGE: url('purge', 'DATABASE_URL_PURGE'),
    DATABASE_URL_SEAL: url('seal', 'DATABASE_URL_SEAL'),
    DATABASE_URL_AUDIT: url('audit', 'DATABASE_URL_AUDIT'),
  };
}
