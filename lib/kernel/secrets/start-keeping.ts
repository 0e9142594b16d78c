import 'server-only';
import { SECOND_MS } from '../clock.ts';
import { awsSource } from './aws-source.ts';
import { fileSource, SecretFileError, secretFiles } from './file-source.ts';
import { heldSecrets } from './hold-secrets.ts';
import { type Keeping, keepSecrets, type Noted, openSecrets } from './keep-secrets.ts';
import { DEFAULT_MAX_AGE_S, DEFAULT_REFRESH_S } from './policy.ts';
import { environmentSource, type Given, type SecretSource } from './secret-source.ts';

/** Where the secrets of these settings are kept, the winner last. */
export function sourcesOf(given: Given): readonly SecretSource[] {
  const {
    SECRETS_AWS_ID: secretId = '',
    SECRETS_AWS_REGION: region = '',
    SECRETS_AWS_ENDPOINT: endpoint = '',
  } = given;
  return [
    environmentSource(given),
    ...(secretFiles(given).length > 0 ? [fileSource(given)] : []),
    ...(secretId ? [awsSource({ secretId, region, endpoint })] : []),
  ];
}

/** The same without what this process is not to have: SECRETS_WITHHELD names it. */
function withoutWithheld(source: SecretSource, given: Given): SecretSource {
  const withheld = (given.SECRETS_WITHHELD ?? '').split(',');
  const read = async () =>
    Object.fromEntries(Object.entries(await source.read()).filter(([name]) => !withheld.includes(name)));
  return { ...source, read };
}

/**
 * Reads secrets from where these settings keep them, and goes on reading. Where the environment alone has them there is nothing to do.
 * @param check throws where the application could not run with these values
 * @throws what a source or `check` throws
 */
export async function startKeeping(
  given: Given,
  note: Noted,
  check: Keeping['check'],
): Promise<{ stop: () => void }> {
  const sources = sourcesOf(given).map((source) => withoutWithheld(source, given));
  if (sources.length === 1 || heldSecrets()) return { stop: () => undefined };
  const isRemote = Boolean(given.SECRETS_AWS_ID);
  const keeping: Keeping = {
    sources,
    check,
    note,
    refreshMs: Number(given.SECRETS_REFRESH_S || DEFAULT_REFRESH_S) * SECOND_MS,
    // A file that is gone is a mount that is being changed; only a service's answer ages.
    maxAgeMs: isRemote ? Number(given.SECRETS_MAX_AGE_S || DEFAULT_MAX_AGE_S) * SECOND_MS : null,
  };
  await openSecrets(keeping);
  return keepSecrets(keeping, given);
}

/** Why secrets can't be read, in a line for whoever starts the application. */
export function whyUnread(error: unknown): string {
  if (error instanceof SecretFileError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'none';
  return `SECRETS_AWS_ID names a secret that cannot be read (${code})`;
}
