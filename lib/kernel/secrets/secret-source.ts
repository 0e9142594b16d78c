import 'server-only';
import { SECRET_TABLE, type SecretName } from './policy.ts';

/** Secrets by the name of their setting. A name that is missing is not kept there. */
export type SecretValues = Readonly<Partial<Record<SecretName, string>>>;

/** Where secrets are kept. `read` says all it has, and rejects where it can't say: an answer in part is none. */
export type SecretSource = {
  readonly name: 'environment' | 'file' | 'aws-secrets-manager';
  readonly read: () => Promise<SecretValues>;
};

/** Settings as they stand in an environment. */
export type Given = Readonly<Record<string, string | undefined>>;

export const SECRET_NAMES: readonly SecretName[] = Object.keys(SECRET_TABLE).filter(isSecretName);

export function isSecretName(name: string): name is SecretName {
  return Object.hasOwn(SECRET_TABLE, name);
}

/** The secrets that stand in the environment itself, which a process can't see change. */
export function environmentSource(given: Given): SecretSource {
  const found = Object.fromEntries(
    SECRET_NAMES.flatMap((name) => (given[name] ? [[name, given[name]]] : [])),
  );
  return { name: 'environment', read: () => Promise.resolve(found) };
}
