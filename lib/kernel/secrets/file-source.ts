import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import { MAX_SECRET_BYTES, OWN_FILES, type SecretName } from './policy.ts';
import { type Given, SECRET_NAMES, type SecretSource, type SecretValues } from './secret-source.ts';

/** A secret's file that can't be used. Names the setting, never the content. */
export class SecretFileError extends Error {
  constructor(setting: string, problem: string) {
    super(`${setting} ${problem}`);
    this.name = 'SecretFileError';
  }
}

/** The files that settings name: `SESSION_SECRET_FILE` holds SESSION_SECRET, as containers mount it. */
export function secretFiles(given: Given): readonly { name: SecretName; path: string }[] {
  return SECRET_NAMES.flatMap((name) => {
    const path = OWN_FILES.includes(`${name}_FILE`) ? '' : (given[`${name}_FILE`] ?? '').trim();
    return path === '' ? [] : [{ name, path }];
  });
}

/**
 * What the named files hold, without the end of their last line.
 * @throws {SecretFileError} where one is gone, empty, too long, or open to everybody's pen
 */
export function readSecretFiles(given: Given): SecretValues {
  return Object.fromEntries(secretFiles(given).map(({ name, path }) => [name, readOne(name, path)]));
}

export function fileSource(given: Given): SecretSource {
  return { name: 'file', read: () => new Promise((resolve) => resolve(readSecretFiles(given))) };
}

/** Differs for every file that was put in the place of another; empty where one can't be looked at. */
export function stampFiles(given: Given): string {
  return secretFiles(given)
    .map(({ path }) => {
      const { ino, mtimeNs, size } = statSync(path, { bigint: true });
      return `${ino}:${mtimeNs}:${size}`;
    })
    .join(' ');
}

function readOne(name: SecretName, path: string): string {
  const setting = `${name}_FILE`;
  let text: string;
  try {
    const { mode, size } = statSync(path);
    // Whoever may write there chooses the secret. Who may read it is the mount's to say: containers mount for all to read.
    if (process.platform !== 'win32' && (mode & 0o002) !== 0)
      throw new SecretFileError(setting, 'can be written by everybody: chmod o-w');
    if (size > MAX_SECRET_BYTES) throw new SecretFileError(setting, 'is too long for a secret');
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof SecretFileError) throw error;
    throw new SecretFileError(setting, 'names a file that cannot be read');
  }
  if (text === '') throw new SecretFileError(setting, 'names an empty file');
  return text;
}
