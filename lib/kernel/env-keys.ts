import 'server-only';
import { z } from 'zod';
import { parseRing, type Ring } from './cipher/kek/parse-ring.ts';
import { optionalUrl, text } from './env-fields.ts';
import { isLoopbackHost, secretWeakness } from './env-rules.ts';

/** Blank, or `kek-1:<base64 of 32 bytes>[,older…]`; the first is the active one. */
const keyring = text.transform((value, context): Ring => {
  if (value === '') return [];
  const parsed = parseRing(value);
  if ('ring' in parsed) return parsed.ring;
  context.addIssue({ code: 'custom', message: parsed.problem });
  return z.NEVER;
});

/** Settings of keys that encrypt keys, and of the one that keys lookup hashes. */
export const keyFields = {
  /** Blank is SESSION_SECRET, as it was before there were two. */
  HASH_SECRET: text.superRefine((value, context) => {
    const weakness = value === '' ? null : secretWeakness(value, 32);
    if (weakness) context.addIssue({ code: 'custom', message: weakness });
  }),
  KEK_KEYRING: keyring,
  /** Who wraps new data keys; blank is the file where one is named, else the ring in the settings. */
  KEK_PROVIDER: z.enum(['', 'keyring', 'file', 'aws-kms'], 'must be keyring, file or aws-kms'),
  /** A file that its owner alone may read and that holds a ring as KEK_KEYRING does. Read again when it changes. */
  KEK_KEYRING_FILE: text,
  /** The settings file that KEK_KEYRING comes from, read again when it changes. The commands that start the app name it. */
  KEK_RELOAD_FILE: text,
  /** Key ids or ARNs, the active one first. No aliases: when one is moved, what it wrapped would open no more. */
  KEK_KMS_KEY_ID: text.regex(
    /^(?!.*alias\/)[\w:/,-]*$/,
    'is not a list of key ids or ARNs (an alias can be moved: name the key itself)',
  ),
  KEK_KMS_REGION: text.regex(/^[a-z0-9-]*$/, 'is not a region'),
  KEK_KMS_ENDPOINT: optionalUrl,
};

type KeySettings = { [Name in keyof typeof keyFields]: z.infer<(typeof keyFields)[Name]> };

/** What no single field can tell: whoever wraps new data keys must be there. */
export function keyProblems(settings: KeySettings): string[] {
  const { KEK_PROVIDER: provider, KEK_KEYRING: ring, KEK_KEYRING_FILE: file } = settings;
  const problems: string[] = [];
  if (provider === 'aws-kms' && settings.KEK_KMS_KEY_ID === '')
    problems.push('KEK_KMS_KEY_ID is missing: KEK_PROVIDER needs one');
  if (settings.KEK_KMS_KEY_ID !== '' && settings.KEK_KMS_REGION === '')
    problems.push('KEK_KMS_REGION is missing: KEK_KMS_KEY_ID needs one');
  if (provider === 'file' && file === '')
    problems.push('KEK_KEYRING_FILE is missing: KEK_PROVIDER needs one');
  if (provider === 'keyring' && file !== '')
    problems.push('KEK_KEYRING_FILE is set, and KEK_PROVIDER reads the other ring: unset one');
  if (provider !== 'aws-kms' && file === '' && ring.length === 0) problems.push('KEK_KEYRING is missing');
  const endpoint = URL.parse(settings.KEK_KMS_ENDPOINT);
  if (endpoint && endpoint.protocol !== 'https:' && !isLoopbackHost(endpoint.hostname))
    problems.push('KEK_KMS_ENDPOINT must be https');
  return problems;
}
