import 'server-only';
import { z } from 'zod';
import { crossChecks, exposedKeys } from './env-checks.ts';
import {
  flag,
  number,
  optionalSecret,
  optionalUrl,
  postgresUrl,
  secret,
  signingSeed,
  text,
} from './env-fields.ts';
import { keyFields } from './env-keys.ts';
import { FALLBACK_FIELDS, PROVIDER_FIELDS } from './env-provider.ts';
import { isLoopbackHost, isPlaceholder } from './env-rules.ts';
import { SECRETS_FIELDS } from './env-secrets.ts';
import { SecretFileError } from './secrets/file-source.ts';
import { freshSecrets } from './secrets/hold-secrets.ts';
import type { Noted } from './secrets/keep-secrets.ts';
import { withFiles, withSecrets } from './secrets/lay-over.ts';
import type { Given } from './secrets/secret-source.ts';
import { startKeeping, whyUnread } from './secrets/start-keeping.ts';

/** Settings that can't be used. Each problem is one line that names the variable and never its value. */
export class EnvError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'EnvError';
    this.problems = problems;
  }
}

const shape = z.object({
  SESSION_SECRET: secret(32),
  ...keyFields,
  /** The 32-byte seed of the Ed25519 key that receipts are signed with; blank: derived from HASH_SECRET. */
  RECEIPT_SIGNING_KEY: signingSeed,
  DEMO: flag,
  DEMO_PASSWORD: text,
  /** The name of the session's cookie, for a second installation on one host: cookies do not tell ports apart. */
  SESSION_COOKIE: text.regex(/^[\w.-]{0,60}$/, 'is not a name of a cookie'),
  /** How this process was started. `serve` is production; NODE_ENV is never read for policy. */
  RUN_MODE: z.enum(['', 'start', 'dev', 'serve', 'worker', 'test'], 'is not a known mode'),
  /** Where background jobs run: in the app's process, or only in `npm run worker`. */
  WORKER: z
    .enum(['', 'in-process', 'separate'], 'must be in-process or separate')
    .transform((value) => value || 'in-process'),
  DATABASE_URL_APP: postgresUrl.refine((value) => value !== '', 'is missing: run "npm run setup"'),
  DATABASE_URL_AUTH: postgresUrl.refine((value) => value !== '', 'is missing: run "npm run setup"'),
  DATABASE_URL_OWNER: postgresUrl,
  DATABASE_URL_JOBS: postgresUrl,
  DATABASE_URL_PURGE: postgresUrl,
  DATABASE_URL_SEAL: postgresUrl,
  DATABASE_URL_AUDIT: postgresUrl,
  DB_ROLE_PREFIX: text
    .regex(/^([a-z][a-z0-9_]{0,30})?$/, 'must be lower-case letters, digits, _')
    .transform((value) => value || 'cs'),
  PORT: number(1, 65_535, 3000),
  HOST: text.transform((value) => value || '127.0.0.1'),
  PUBLIC_URL: text.refine(
    (value) => value === '' || /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
    'is not an http(s) URL',
  ),
  CONFIRM_PUBLIC_DEMO: flag,
  ...PROVIDER_FIELDS,
  ...FALLBACK_FIELDS,
  ...SECRETS_FIELDS,
  DEMO_MODEL_URL: optionalUrl,
  DEMO_MODEL_PACE_MS: number(0, 60_000, 12),
  /** How long a provider may think before it says anything; 0 is the model room's own limit. */
  MODEL_FIRST_BYTE_MS: number(0, 30_000, 0),
  /** An outside service that judges messages too; blank is none. */
  DETECTOR: z.enum(['', 'lakera', 'openai-moderation', 'http'], 'must be lakera, openai-moderation or http'),
  DETECTOR_URL: optionalUrl,
  DETECTOR_API_KEY: text.refine((value) => !isPlaceholder(value), 'is a placeholder'),
  DETECTOR_TIMEOUT_MS: number(50, 10_000, 800),
  /** What a message is when the detector says nothing in time. */
  DETECTOR_FAILURE: z
    .enum(['', 'flag', 'pass'], 'must be flag or pass')
    .transform((value) => value || 'flag'),
  /** Which personal details are hidden from the model; blank is the standard table. */
  PERSONAL_DATA: z
    .enum(['', 'standard', 'hipaa'], 'must be standard or hipaa')
    .transform((value) => value || 'standard'),
  OIDC_ISSUER: optionalUrl,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text.refine((value) => !isPlaceholder(value), 'is a placeholder'),
  TRUSTED_PROXY_HOPS: number(0, 16, 0),
  REDIS_URL: text.refine((value) => value === '' || /^rediss?:\/\/.+/.test(value), 'is not a redis:// URL'),
  SMTP_URL: text.refine((value) => value === '' || /^smtps?:\/\/.+/.test(value), 'is not a smtp:// URL'),
  /** The sender's address; blank is no-reply at PUBLIC_URL's host. */
  MAIL_FROM: text.refine((value) => value === '' || /^[\w.+-]+@[\w.-]+$/.test(value), 'is not an address'),
  METRICS_TOKEN: optionalSecret,
  JOBS_TOKEN: optionalSecret,
  LOG_LEVEL: z
    .enum(['', 'silent', 'error', 'warn', 'info', 'debug'], 'is not a log level')
    .transform((value) => value || 'info'),
});

export type Parsed = z.infer<typeof shape>;

/** The settings, parsed. Names are those of the environment; blank texts mean "not set". */
export type Env = Readonly<Parsed> & {
  /** Started by `npm run serve`. */
  readonly PRODUCTION: boolean;
  /** PUBLIC_URL is one that other machines can reach. */
  readonly PUBLIC: boolean;
};

/**
 * Parses settings from `source`.
 * @throws {EnvError} one line per problem, naming the variable and never its value.
 */
export function parseEnv(given: Given): Env {
  const source = readGiven(given);
  const input = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, source[name] ?? '']));
  const result = shape.safeParse(input);
  const problems = exposedKeys(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvError([...lines, ...problems]);
  }
  const publicUrl = new URL(result.data.PUBLIC_URL || `http://localhost:${result.data.PORT}`);
  problems.push(...crossChecks(result.data, publicUrl));
  if (problems.length > 0) throw new EnvError(problems);
  return Object.freeze({
    ...result.data,
    PUBLIC_URL: publicUrl.origin,
    PRODUCTION: result.data.RUN_MODE === 'serve',
    PUBLIC: !isLoopbackHost(publicUrl.hostname),
  });
}

function readGiven(given: Given): Given {
  try {
    return withFiles(given);
  } catch (error) {
    if (error instanceof SecretFileError) throw new EnvError([error.message]);
    throw error;
  }
}

let cached: { env: Env; version: number } | undefined;

/**
 * This process's settings, parsed on the first call and frozen: nothing reads the environment at import time. Parsed again where a
 * secret came in another value meanwhile.
 * @throws {EnvError} where a setting is missing, weak or contradicts another
 * @throws {AppError} `busy` where secrets of a service are too old to be trusted
 */
export function env(): Env {
  const held = freshSecrets();
  const version = held?.version ?? 0;
  if (cached?.version === version) return cached.env;
  if (!held && process.env.SECRETS_AWS_ID)
    throw new EnvError(['SECRETS_AWS_ID: the secrets have not been read yet']);
  cached = { env: parseEnv(held ? withSecrets(process.env, held.values) : process.env), version };
  return cached.env;
}

/**
 * Reads this process's secrets from where they are kept, before anything needs one, and goes on reading. Once per process.
 * @returns how to stop
 * @throws {EnvError} where one can't be read, or settings are wrong: nothing starts without its secrets
 */
export async function startSecrets(note: Noted): Promise<{ stop: () => void }> {
  const given: Given = { ...process.env };
  try {
    return await startKeeping(given, note, (values) => void parseEnv(withSecrets(given, values)));
  } catch (error) {
    throw error instanceof EnvError ? error : new EnvError([whyUnread(error)]);
  }
}
