import 'server-only';
import type { FallbackEnv, ProviderEnv } from '#lib/kernel/env-provider.ts';
import type { RaiseModelAlert } from '#lib/kernel/model-alert.ts';
import { describeProvider, type ProviderNotice } from '../families/describe-provider.ts';
import { recogniseFamily } from '../families/recognise-family.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { readKeys } from '../keys/read-keys.ts';
import { followSettings } from '../keys/watch-key-file.ts';
import type { ModelSettings } from '../openai-model.ts';
import { FIRST_BYTE_MS } from '../policy.ts';
import { createNews } from '../provider-news.ts';
import { NO_KEY, noticeOf } from '../provider-settings.ts';
import { forbidsFallback } from './forbids-fallback.ts';

type Settings = Partial<ProviderEnv> & FallbackEnv & { PERSONAL_DATA: 'standard' | 'hipaa' };

/** Who the second provider is and what it keeps; null where there is none. */
export function fallbackNoticeOf(
  env: Pick<FallbackEnv, 'FALLBACK_BASE_URL' | 'FALLBACK_FAMILY'>,
): ProviderNotice | null {
  return env.FALLBACK_BASE_URL === '' ? null : describeProvider(env.FALLBACK_BASE_URL, env.FALLBACK_FAMILY);
}

/** Why privacy forbids the second provider of these settings, as a line that names the setting; null where it may be asked, or is none. */
export function fallbackRefusal(env: Settings): string | null {
  const [first, second] = [noticeOf(env), fallbackNoticeOf(env)];
  if (!first || !second) return null;
  const why = forbidsFallback({
    first,
    second,
    keepsMore: env.FALLBACK_KEEPS_MORE,
    table: env.PERSONAL_DATA,
  });
  return why === null ? null : `FALLBACK_BASE_URL cannot be used: ${why}`;
}

/** What a client of the second provider is made of. @param look at the keys in force, which settings may change under way */
export function fallbackSettings(
  env: FallbackEnv & { MODEL_FIRST_BYTE_MS: number },
  raise: RaiseModelAlert,
  look: () => string,
): ModelSettings {
  const news = createNews(raise, 'second');
  const listed = readKeys(env.FALLBACK_API_KEYS);
  const keys = createKeyRing(listed.length > 0 ? listed : [NO_KEY], news.raise);
  followSettings(() => readKeys(look()), keys);
  return {
    baseUrl: env.FALLBACK_BASE_URL,
    family: recogniseFamily(env.FALLBACK_BASE_URL, env.FALLBACK_FAMILY),
    keys,
    model: env.FALLBACK_MODEL,
    scripted: false,
    firstByteMs: env.MODEL_FIRST_BYTE_MS || FIRST_BYTE_MS,
    apiVersion: env.FALLBACK_API_VERSION,
    news,
    order: 'second',
  };
}
