import 'server-only';
import { readSecretFiles, secretFiles } from './file-source.ts';
import { rememberSecrets } from './redact.ts';
import type { Given, SecretValues } from './secret-source.ts';

/**
 * What is given, with the secrets of the files that it names. Whoever holds secrets of a service lays them over that.
 * @throws {SecretFileError} where a file can't be used
 */
export function withFiles(given: Given): Given {
  const all = { ...given, ...readSecretFiles(given) };
  rememberSecrets(all);
  return all;
}

/** What is given, with these secrets in place of its own, files included. */
export function withSecrets(given: Given, values: SecretValues): Given {
  const files = secretFiles(given).map(({ name }) => [`${name}_FILE`, undefined]);
  return { ...given, ...Object.fromEntries(files), ...values };
}
