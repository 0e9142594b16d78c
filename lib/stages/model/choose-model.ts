import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { log } from '#lib/kernel/log.ts';
import type { ModelAlert, ModelPort } from '#lib/kernel/ports.ts';
import { describeProvider, type ProviderNotice } from './families/describe-provider.ts';
import { recogniseFamily } from './families/recognise-family.ts';
import { createKeyRing, type KeyRing } from './keys/key-ring.ts';
import { readKeys } from './keys/read-keys.ts';
import { readKeyFile, watchKeyFile } from './keys/watch-key-file.ts';
import { type ModelSettings, openaiModel } from './openai-model.ts';
import { DEFAULT_MODEL, DEMO_MODEL, FIRST_BYTE_MS } from './policy.ts';
import { readTlsFiles } from './transport/read-tls-files.ts';

const OPENAI_BASE_URL = 'https://api.openai.com/v1';
/** Nothing listens there. A blank address would make the client ask OpenAI, where nobody said that messages may go. */
const NOWHERE = 'http://127.0.0.1:2/v1';
/** Local servers (Ollama, vLLM) take any key; a request carries one all the same. */
const NO_KEY = 'none';
let chosen: ModelPort | undefined;

/** The configured provider, else the scripted demonstration model that the launcher started beside the application. */
export function chooseModel(): ModelPort {
  chosen ??= openaiModel(modelSettings());
  return chosen;
}

/** Who the provider is and what it keeps; null where the scripted model answers. */
export function providerInUse(): ProviderNotice | null {
  return isConfigured()
    ? describeProvider(env().OPENAI_BASE_URL || OPENAI_BASE_URL, env().OPENAI_FAMILY)
    : null;
}

function isConfigured(): boolean {
  const { OPENAI_API_KEY, OPENAI_API_KEYS, OPENAI_API_KEY_FILE, OPENAI_BASE_URL: baseUrl } = env();
  return [OPENAI_API_KEY, OPENAI_API_KEYS, OPENAI_API_KEY_FILE, baseUrl].some((value) => value !== '');
}

function modelSettings(): ModelSettings {
  const settings = env();
  const firstByteMs = settings.MODEL_FIRST_BYTE_MS || FIRST_BYTE_MS;
  const raise = raiseIn(settings.OPENAI_MODEL || DEFAULT_MODEL);
  if (!isConfigured())
    return {
      baseUrl: settings.DEMO_MODEL_URL || NOWHERE,
      family: 'demo',
      keys: createKeyRing(['demo'], raise),
      model: DEMO_MODEL,
      scripted: true,
      firstByteMs,
    };
  const baseUrl = settings.OPENAI_BASE_URL || OPENAI_BASE_URL;
  return {
    baseUrl,
    family: recogniseFamily(baseUrl, settings.OPENAI_FAMILY),
    keys: keyRing(raise),
    model: settings.OPENAI_MODEL || DEFAULT_MODEL,
    scripted: false,
    firstByteMs,
    apiVersion: settings.OPENAI_API_VERSION,
    tls: readTlsFiles({
      cert: settings.OPENAI_TLS_CERT_FILE,
      key: settings.OPENAI_TLS_KEY_FILE,
      ca: settings.OPENAI_TLS_CA_FILE,
    }),
    raise,
  };
}

/** The file's keys, kept as the file is; else those of the settings, which take a restart to change. */
function keyRing(raise: (alert: ModelAlert) => void): KeyRing {
  const { OPENAI_API_KEY_FILE: path, OPENAI_API_KEYS, OPENAI_API_KEY } = env();
  if (path !== '') {
    const ring = createKeyRing(readKeyFile(path), raise);
    watchKeyFile(path, ring);
    return ring;
  }
  const keys = readKeys(OPENAI_API_KEYS || OPENAI_API_KEY);
  return createKeyRing(keys.length > 0 ? keys : [NO_KEY], raise);
}

/** Until operators are told by other ways, an alert is a line of the log. */
function raiseIn(model: string): (alert: ModelAlert) => void {
  return ({ kind, facts }) => {
    const count = Number(facts.keysLeft ?? 0);
    log.error(`model.${kind}`, { model, count, ...(facts.code ? { code: String(facts.code) } : {}) });
  };
}
