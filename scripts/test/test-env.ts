import type { RoleUrls } from '#scripts/database/roles.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';

/** What a developer's shell may hold that no test may see or use. */
const credentialShape = /SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE|KEYRING|CREDENTIAL|_KEY$|_URL$|_DSN$/i;

/** Outside services that a suite may be pointed at on purpose. */
const kept: ReadonlySet<string> = new Set(['REDIS_URL', 'TEST_REDIS_URL', 'TEST_DATABASE_URL']);

/** Settings that Next would else read from .env.local by itself: blank means "not set". */
const ourSettings = [
  'DEMO',
  'LAB',
  'SESSION_COOKIE',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'CONFIRM_PUBLIC_DEMO',
  'DB_ROLE_PREFIX',
  'WORKER',
  'RUN_MODE',
  'LOG_LEVEL',
  'SESSION_SECRET',
  'HASH_SECRET',
  'KEK_KEYRING',
  'RECEIPT_SIGNING_KEY',
  'KEK_PROVIDER',
  'KEK_KEYRING_FILE',
  'KEK_RELOAD_FILE',
  'KEK_KMS_KEY_ID',
  'KEK_KMS_REGION',
  'KEK_KMS_ENDPOINT',
  'SETTINGS_FILE',
  'DEMO_PASSWORD',
  'DATABASE_URL',
  'DATABASE_URL_OWNER',
  'DATABASE_URL_APP',
  'DATABASE_URL_AUTH',
  'DATABASE_URL_JOBS',
  'DATABASE_URL_PURGE',
  'DATABASE_URL_SEAL',
  'DATABASE_URL_AUDIT',
  'OPENAI_API_KEY',
  'OPENAI_API_KEYS',
  'OPENAI_API_KEY_FILE',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'OPENAI_FAMILY',
  'OPENAI_API_VERSION',
  'MODEL_PRICE',
  'OPENAI_TLS_CERT_FILE',
  'OPENAI_TLS_KEY_FILE',
  'OPENAI_TLS_CA_FILE',
  'DEMO_MODEL_URL',
  'DEMO_MODEL_PACE_MS',
  'MODEL_FIRST_BYTE_MS',
  'DETECTOR',
  'DETECTOR_URL',
  'DETECTOR_API_KEY',
  'DETECTOR_TIMEOUT_MS',
  'DETECTOR_FAILURE',
  'PERSONAL_DATA',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'TRUSTED_PROXY_HOPS',
  'SMTP_URL',
  'MAIL_FROM',
  'METRICS_TOKEN',
  'JOBS_TOKEN',
  'NEXTAUTH_URL',
  'NEXTAUTH_SECRET',
] as const;

/** Variables to set so that nothing of the surrounding environment or of .env.local reaches a test: all blank. */
export function blankEnvironment(source: NodeJS.ProcessEnv): Record<string, string> {
  const shaped = Object.keys(source).filter(
    (name) => credentialShape.test(name) && !kept.has(name) && !name.startsWith('npm_'),
  );
  return Object.fromEntries([...ourSettings, ...shaped].map((name) => [name, '']));
}

/** A complete set of settings of a test run: fresh secrets, this database, no provider, no outside service. */
export function testSettings(urls: RoleUrls, prefix: string): Record<string, string> {
  return {
    ...newSecrets(),
    ...urls,
    DB_ROLE_PREFIX: prefix,
    RUN_MODE: 'test',
    // The app under test keeps its limits in PostgreSQL; what is tried on a Redis is pointed at it by this name.
    REDIS_URL: '',
    TEST_REDIS_URL: process.env.TEST_REDIS_URL || process.env.REDIS_URL || '',
    LOG_LEVEL: 'silent',
  };
}
