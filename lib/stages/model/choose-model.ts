import 'server-only';
import { env } from '#lib/kernel/env.ts';
import type { ModelPort } from '#lib/kernel/ports.ts';
import { type ModelSettings, openaiModel } from './openai-model.ts';
import { DEFAULT_MODEL, DEMO_MODEL, FIRST_BYTE_MS } from './policy.ts';

const OPENAI_BASE_URL = 'https://api.openai.com/v1';
/** Nothing listens there. A blank address would make the client ask OpenAI, where nobody said that messages may go. */
const NOWHERE = 'http://127.0.0.1:9/v1';
let chosen: ModelPort | undefined;

/** The configured provider, else the scripted demonstration model that the launcher started beside the application. */
export function chooseModel(): ModelPort {
  chosen ??= openaiModel(modelSettings());
  return chosen;
}

function modelSettings(): ModelSettings {
  const { OPENAI_API_KEY, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL, DEMO_MODEL_URL } = env();
  const firstByteMs = env().MODEL_FIRST_BYTE_MS || FIRST_BYTE_MS;
  if (OPENAI_API_KEY !== '' || baseUrl !== '') {
    // Local servers (Ollama, vLLM) take any key; the client insists on one.
    return {
      baseUrl: baseUrl || OPENAI_BASE_URL,
      apiKey: OPENAI_API_KEY || 'none',
      model: OPENAI_MODEL || DEFAULT_MODEL,
      scripted: false,
      firstByteMs,
    };
  }
  return {
    baseUrl: DEMO_MODEL_URL || NOWHERE,
    apiKey: 'demo',
    model: DEMO_MODEL,
    scripted: true,
    firstByteMs,
  };
}
