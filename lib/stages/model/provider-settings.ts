import 'server-only';
import type { ProviderEnv } from '#lib/kernel/env-provider.ts';
import type { RaiseModelAlert } from '#lib/kernel/model-alert.ts';
import { describeProvider, type ProviderNotice } from './families/describe-provider.ts';
import { recogniseFamily } from './families/recognise-family.ts';
import { createKeyRing, type KeyRing } from './keys/key-ring.ts';
import { readKeys } from './keys/read-keys.ts';
import { followSettings, readKeyFile, watchKeyFile } from './keys/watch-key-file.ts';
import type { ModelSettings } from './openai-model.ts';
import { DEFAULT_MODEL, FIRST_BYTE_MS } from './policy.ts';
import { createNews } from './provider-news.ts';
import { readTlsFiles } from './transport/read-tls-files.ts';

const OPENAI_BASE_URL = 'https://api.openai.com/v1';
/** Local servers (Ollama, vLLM) take any key; a request carries one all the same. */
export const NO_KEY = 'none';

type Keys = Pick<ProviderEnv, 'OPENAI_API_KEY' | 'OPENAI_API_KEYS' | 'OPENAI_API_KEY_FILE'>;

/** Whether anybody but the scripted model is to answer. */
export function isProviderSet(env: Partial<Keys & Pick<ProviderEnv, 'OPENAI_BASE_URL'>>): boolean {
  const { OPENAI_API_KEY, OPENAI_API_KEYS, OPENAI_API_KEY_FILE, OPENAI_BASE_URL: baseUrl } = env;
  return [OPENAI_API_KEY, OPENAI_API_KEYS, OPENAI_API_KEY_FILE, baseUrl].some((value) => value);
}

/** Who the provider is and what it keeps; null where the scripted model answers. */
export function noticeOf(env: Partial<ProviderEnv>): ProviderNotice | null {
  if (!isProviderSet(env)) return null;
  return describeProvider(env.OPENAI_BASE_URL || OPENAI_BASE_URL, env.OPENAI_FAMILY);
}

/**
 * What a client of the provider is made of. `look` says which keys are in force, where settings may change under way.
 * @throws {Error} one line that names the setting, where a file of keys or certificates can't be read
 */
export function providerSettings(
  env: ProviderEnv & { MODEL_FIRST_BYTE_MS: number },
  raise: RaiseModelAlert,
  look?: () => Keys,
): ModelSettings {
  const baseUrl = env.OPENAI_BASE_URL || OPENAI_BASE_URL;
  const news = createNews(raise, 'first');
  return {
    baseUrl,
    family: recogniseFamily(baseUrl, env.OPENAI_FAMILY),
    keys: keyRing(env, news.raise, look),
    model: env.OPENAI_MODEL || DEFAULT_MODEL,
    scripted: false,
    firstByteMs: env.MODEL_FIRST_BYTE_MS || FIRST_BYTE_MS,
    apiVersion: env.OPENAI_API_VERSION,
    tls: tlsFiles(env),
    news,
  };
}

/**
 * Reads the files that the settings name, so that a process does not start without them.
 * @throws {Error} one line that names the setting
 */
export function checkProviderFiles(env: ProviderEnv): void {
  if (env.OPENAI_API_KEY_FILE !== '') readKeyFile(env.OPENAI_API_KEY_FILE);
  tlsFiles(env);
}

function tlsFiles(env: ProviderEnv) {
  return readTlsFiles({
    cert: env.OPENAI_TLS_CERT_FILE,
    key: env.OPENAI_TLS_KEY_FILE,
    ca: env.OPENAI_TLS_CA_FILE,
  });
}

/** The file's keys, kept as the file is; else those of the settings, kept as `look` says they are. */
function keyRing(env: Keys, raise: RaiseModelAlert, look?: () => Keys): KeyRing {
  const { OPENAI_API_KEY_FILE: path } = env;
  if (path !== '') {
    const ring = createKeyRing(readKeyFile(path), raise);
    watchKeyFile(path, ring);
    return ring;
  }
  const listed = listedIn(env);
  const ring = createKeyRing(listed.length > 0 ? listed : [NO_KEY], raise);
  if (look) followSettings(() => listedIn(look()), ring);
  return ring;
}

function listedIn(env: Keys): string[] {
  return readKeys(env.OPENAI_API_KEYS || env.OPENAI_API_KEY);
}
