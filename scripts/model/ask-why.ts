import { FAMILIES } from '#lib/stages/model/families/table.ts';
import type { ModelSettings } from '#lib/stages/model/openai-model.ts';
import { composeBody } from '#lib/stages/model/request/compose-body.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';

/** Why a configured provider does not answer: the same request once more, looked at from outside the client. */
export function askWhy({ baseUrl, family: id, keys, model, apiVersion }: ModelSettings): Promise<Diagnosis> {
  const family = FAMILIES[id];
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/chat/completions`);
  if (apiVersion) url.searchParams.set('api-version', apiVersion);
  const secret = keys.take()?.secret ?? '';
  const body = composeBody(family, model, {
    messages: [{ role: 'user', content: 'Hello' }],
    tools: [],
    maxOutputTokens: 10,
    userPseudonym: 'model-check',
    signal: AbortSignal.timeout(1),
  });
  return diagnose({
    url: url.href,
    headers: family.auth === 'api-key' ? { 'api-key': secret } : { authorization: `Bearer ${secret}` },
    body,
    example: family.baseUrl,
  });
}
