import 'server-only';
import { SECOND_MS } from '../clock.ts';

/**
 * Every secret that the application owns, by the name of its setting, and when another value counts. `live`: at once, in every
 * process. `start`: at the next start, because what exists hangs from it (hashes, receipts) or is connected with it.
 */
export const SECRET_TABLE = {
  SESSION_SECRET: 'live',
  HASH_SECRET: 'start',
  KEK_KEYRING: 'live',
  RECEIPT_SIGNING_KEY: 'start',
  DEMO_PASSWORD: 'start',
  DATABASE_URL_APP: 'start',
  DATABASE_URL_AUTH: 'start',
  DATABASE_URL_OWNER: 'start',
  DATABASE_URL_JOBS: 'start',
  DATABASE_URL_PURGE: 'start',
  DATABASE_URL_SEAL: 'start',
  DATABASE_URL_AUDIT: 'start',
  OPENAI_API_KEY: 'live',
  OPENAI_API_KEYS: 'live',
  FALLBACK_API_KEYS: 'live',
  DETECTOR_API_KEY: 'live',
  OIDC_CLIENT_SECRET: 'live',
  REDIS_URL: 'start',
  SMTP_URL: 'live',
  METRICS_TOKEN: 'live',
  JOBS_TOKEN: 'live',
} as const satisfies Record<string, 'live' | 'start'>;

export type SecretName = keyof typeof SECRET_TABLE;

/** Files of a kind of their own, with rules of their own: the model room and the ring of keys read these themselves. */
export const OWN_FILES: readonly string[] = ['OPENAI_API_KEY_FILE', 'KEK_KEYRING_FILE'];

/** How often files are looked at. A change counts once it was seen twice: half a file is no secret. */
export const FILE_LOOK_MS = 200;
/** No secret is longer; a file or an answer that is says something else. */
export const MAX_SECRET_BYTES = 65_536;

/** One call of the secrets service, and how often it is tried before a start is given up. */
export const SERVICE_CALL = { connectMs: 1_000, requestMs: 3_000, totalMs: 8_000, attempts: 3 } as const;
/** After a failure the service is asked again so much sooner than after an answer. */
export const SOONER_AFTER_FAILURE = 4;
/** How long whoever asks while the secrets are too old is told to wait, in seconds. */
export const STALE_RETRY_S = 30;

export const DEFAULT_REFRESH_S = 60;
/** Four hours: longer than known outages of the service, shorter than a day in which a revoked key would go on. */
export const DEFAULT_MAX_AGE_S = 14_400;

/** Shorter texts are words, not secrets: taking them out of a line would take words out. */
export const LEAST_REDACTED = 8;
export const REDACTED = '[redacted]';
/** How many values, past ones included, are looked for at most. */
export const MOST_REMEMBERED = 400;
export const WARN_AGAIN_MS = 60 * SECOND_MS;
