import 'server-only';
import { z } from 'zod';
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
import { keyFields, keyProblems } from './env-keys.ts';
import { PROVIDER_FIELDS, PROVIDER_KEY_NAMES, providerProblems } from './env-provider.ts';
import { isLoopbackHost, isPlaceholder, looksLikeKey, secretWeakness } from './env-rules.ts';

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
  LAB: flag,
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

type Parsed = z.infer<typeof shape>;

/** The settings, parsed. Names are those of the environment; blank texts mean "not set". */
export type Env = Readonly<Parsed> & {
  /** Started by `npm run serve`. */
  readonly PRODUCTION: boolean;
  /** PUBLIC_URL is one that other machines can reach. */
  readonly PUBLIC: boolean;
};

/** What no single field can tell. */
function crossChecks(parsed: Parsed, publicUrl: URL): string[] {
  const problems: string[] = [];
  const isPublic = !isLoopbackHost(publicUrl.hostname);
  if (isPublic && publicUrl.protocol === 'http:')
    problems.push('PUBLIC_URL must be https for a host other than localhost');
  // Two ways to be reached from outside: the address that is published, and the one that is listened on.
  const openings = [...(isPublic ? ['PUBLIC_URL'] : []), ...(isLoopbackHost(parsed.HOST) ? [] : ['HOST'])];
  for (const name of ['DEMO', 'LAB'] as const) {
    if (!parsed[name] || openings.length === 0 || parsed.CONFIRM_PUBLIC_DEMO) continue;
    problems.push(
      `${name}=1 with a public ${openings.join(' and ')} opens the demonstration to everyone: unset one, or set CONFIRM_PUBLIC_DEMO=1`,
    );
  }
  if (parsed.DEMO && secretWeakness(parsed.DEMO_PASSWORD, 9)) {
    problems.push(`DEMO_PASSWORD ${secretWeakness(parsed.DEMO_PASSWORD, 9)}`);
  }
  problems.push(...keyProblems(parsed));
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = oidc.filter((name) => parsed[name] === '');
  if (missing.length > 0 && missing.length < oidc.length)
    problems.push(`${missing.join(', ')}: set all of OIDC_* or none`);
  if (parsed.DETECTOR === 'http' && parsed.DETECTOR_URL === '')
    problems.push('DETECTOR_URL is missing: DETECTOR=http needs one');
  problems.push(...providerProblems(parsed));
  const detector = URL.parse(parsed.DETECTOR_URL);
  if (detector && detector.protocol !== 'https:' && !isLoopbackHost(detector.hostname))
    problems.push('DETECTOR_URL must be https');
  const issuer = URL.parse(parsed.OIDC_ISSUER);
  if (issuer && issuer.protocol !== 'https:' && !isLoopbackHost(issuer.hostname))
    problems.push('OIDC_ISSUER must be https');
  return problems;
}

/** Credentials that a NEXT_PUBLIC_ name would put into every browser. */
function exposedKeys(source: Record<string, string | undefined>): string[] {
  const secrets = [
    'SESSION_SECRET',
    'HASH_SECRET',
    ...PROVIDER_KEY_NAMES,
    'OIDC_CLIENT_SECRET',
    'DETECTOR_API_KEY',
    'DEMO_PASSWORD',
    'KEK_KEYRING',
    'RECEIPT_SIGNING_KEY',
  ] as const;
  const values = secrets.flatMap((name) => [source[name] ?? '', ...(source[name] ?? '').split(',')]);
  const known = new Set(values.map((value) => value.trim()).filter((value) => value.length >= 8));
  return Object.entries(source)
    .filter(
      ([name, value]) =>
        name.startsWith('NEXT_PUBLIC_') && value && (known.has(value) || looksLikeKey(name, value)),
    )
    .map(
      ([name]) =>
        `${name} holds what looks like a credential, and NEXT_PUBLIC_ names are sent to every browser`,
    );
}

/**
 * Parses settings from `source`.
 * @throws {EnvError} one line per problem, naming the variable and never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
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

let cached: Env | undefined;

/**
 * This process's settings, parsed on the first call and frozen: nothing reads the environment at import time.
 * @throws {EnvError} where a setting is missing, weak or contradicts another.
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
