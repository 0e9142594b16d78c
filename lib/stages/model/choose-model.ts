import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { log } from '#lib/kernel/log.ts';
import type { RaiseModelAlert } from '#lib/kernel/model-alert.ts';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import type { ProviderNotice } from './families/describe-provider.ts';
import { fallbackNoticeOf, fallbackRefusal, fallbackSettings } from './fallback/fallback-settings.ts';
import { withFallback } from './fallback/with-fallback.ts';
import { createKeyRing } from './keys/key-ring.ts';
import { openaiModel } from './openai-model.ts';
import { DEFAULT_MODEL, DEMO_MODEL, FIRST_BYTE_MS } from './policy.ts';
import { isProviderSet, noticeOf, providerSettings } from './provider-settings.ts';

/** Nothing listens there. A blank address would make the client ask OpenAI, where nobody said that messages may go. */
const NOWHERE = 'http://127.0.0.1:2/v1';
let chosen: ModelPort | undefined;
/** On globalThis because the bundler gives instrumentation, which knows whom to tell, and routes each a copy of this module. */
const LISTENER = 'countersignModelAlerts';

/** The configured provider, else the scripted demonstration model that the launcher started beside the application. */
export function chooseModel(): ModelPort {
  chosen ??= isProviderSet(env()) ? configuredModel() : scriptedModel();
  return chosen;
}

/** The names of all models that may answer a turn: the second provider's too, where there is one. */
export function modelsInUse(): string[] {
  const second = isProviderSet(env()) && fallbackNoticeOf(env()) ? [env().FALLBACK_MODEL] : [];
  return [chooseModel().name, ...second];
}

/** Who the provider is and what it keeps; null where the scripted model answers. */
export function providerInUse(): ProviderNotice | null {
  return noticeOf(env());
}

/** Who is asked where that one does not answer; null where nobody is. */
export function secondProvider(): ProviderNotice | null {
  return fallbackNoticeOf(env());
}

/** Who in this process is told of alerts, beside the log. */
export function hearModelAlerts(tell: RaiseModelAlert): void {
  Reflect.set(globalThis, LISTENER, tell);
}

function configuredModel(): ModelPort {
  const first = openaiModel(providerSettings(env(), raiseModelAlert, env));
  if (!fallbackNoticeOf(env())) return first;
  const look = () => env().FALLBACK_API_KEYS;
  return withFallback(
    first,
    openaiModel(fallbackSettings(env(), raiseModelAlert, look)),
    () => fallbackRefusal(env()) === null,
  );
}

function scriptedModel(): ModelPort {
  return openaiModel({
    baseUrl: env().DEMO_MODEL_URL || NOWHERE,
    family: 'demo',
    keys: createKeyRing(['demo'], raiseModelAlert),
    model: DEMO_MODEL,
    scripted: true,
    firstByteMs: env().MODEL_FIRST_BYTE_MS || FIRST_BYTE_MS,
  });
}

/** A line of the log at once; the alert follows. */
export const raiseModelAlert: RaiseModelAlert = (alert) => {
  const { kind, facts } = alert;
  const write = kind === 'provider_works' ? log.info : log.error;
  write(`model.${kind}`, {
    model: env().OPENAI_MODEL || DEFAULT_MODEL,
    rule: String(facts.provider ?? 'first'),
    count: Number(facts.keysLeft ?? facts.refusedKeys ?? 0),
    ...(facts.code ? { code: String(facts.code) } : {}),
  });
  const tell: unknown = Reflect.get(globalThis, LISTENER);
  if (typeof tell === 'function') Reflect.apply(tell, undefined, [alert]);
};
