import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { passwordOf, roleTable, type RoleUrls } from './roles.ts';

/** PostgreSQL's own form of a stored password (RFC 5803): neither a log nor a printed script shows the password. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** A name in double quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Statements that create the roles that are missing and set what each may do. */
export function roleStatements(prefix: string, urls: RoleUrls, existing: ReadonlySet<string>): string[] {
  const statements: string[] = [];
  for (const { role, setting } of roleTable) {
    const name = `${prefix}_${role}`;
    const password = setting ? passwordOf(urls[setting]) : null;
    const login = password ? `LOGIN PASSWORD '${scramVerifier(password)}'` : 'NOLOGIN';
    statements.push(
      `${existing.has(name) ? 'ALTER' : 'CREATE'} ROLE ${quoted(name)} WITH NOINHERIT NOCREATEDB NOCREATEROLE ${login}`,
    );
    if (setting) statements.push(`ALTER ROLE ${quoted(name)} SET search_path = cs`);
  }
  for (const { role, memberOf } of roleTable) {
    for (const group of memberOf)
      statements.push(`GRANT ${quoted(`${prefix}_${group}`)} TO ${quoted(`${prefix}_${role}`)}`);
  }
  return statements;
}

/** Lets the owner of each schema create it in this database; `close` takes that right back. */
export function databaseStatements(prefix: string, database: string): { open: string[]; close: string[] } {
  const creators = `${quoted(`${prefix}_owner`)}, ${quoted(`${prefix}_jobs`)}`;
  const everyone = roleTable
    .filter((entry) => entry.setting)
    .map((entry) => quoted(`${prefix}_${entry.role}`));
  return {
    open: [
      `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${everyone.join(', ')}`,
      `GRANT CREATE ON DATABASE ${quoted(database)} TO ${creators}`,
    ],
    close: [`REVOKE CREATE ON DATABASE ${quoted(database)} FROM ${creators}`],
  };
}
