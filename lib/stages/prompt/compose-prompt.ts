import 'server-only';
import { randomBytes } from 'node:crypto';
import { BRAND } from '#lib/contract/brand.ts';
import type { Role } from '#lib/contract/roles.ts';
import type { ModelMessage, Profile } from '#lib/kernel/ports.ts';
import { escapeJson, fenceUserText, neutralise } from './fence.ts';
import {
  CANARY_BYTES,
  HISTORY_MAX_BYTES,
  HISTORY_MAX_MESSAGES,
  PROMPT_VERSION,
  SEGMENTS,
  SUFFIX_BYTES,
  TAGS,
} from './policy.ts';

export type PastMessage = { readonly role: 'user' | 'assistant'; readonly text: string };

/** Only what the model needs: the profile's e-mail address, label and any id stay here. */
export type PromptInput = {
  readonly profile: Pick<Profile, 'tenantName' | 'locale' | 'currency'>;
  readonly role: Role;
  /** The ledger's day, `2026-11-20`. */
  readonly today: string;
  /** The active branch before this message, oldest first. */
  readonly history: readonly PastMessage[];
  readonly userText: string;
};

/** `suffix` fences tool results of the same request; `canary` goes to the output guard. Both are new every time. */
export type ComposedPrompt = { messages: ModelMessage[]; suffix: string; canary: string; version: string };

/** Writes what the model will see. Roles are separate messages; text that people wrote stands inside tags. */
export function composePrompt(input: PromptInput): ComposedPrompt {
  const suffix = randomBytes(SUFFIX_BYTES).toString('hex');
  const canary = `cs${randomBytes(CANARY_BYTES).toString('hex')}`;
  const history = historyWindow(input.history).map(({ role, text }): ModelMessage =>
    role === 'user' ? { role, content: fenceUserText(suffix, text) } : { role, content: neutralise(text) },
  );
  const messages: ModelMessage[] = [
    { role: 'system', content: systemText(input, suffix, canary) },
    ...history,
    { role: 'user', content: fenceUserText(suffix, input.userText) },
  ];
  return { messages, suffix, canary, version: PROMPT_VERSION };
}

/**
 * One tool result, as data. `json` is serialised JSON: angle brackets can only stand inside its strings, so they are
 * written as JSON escapes. The value is unchanged and no tag can be imitated.
 */
export function fenceToolResult(suffix: string, tool: string, json: string): string {
  const name = /^[a-z_]{1,40}$/.test(tool) ? tool : 'unknown';
  return `<${TAGS.tool}_${suffix} tool="${name}">\n${escapeJson(json)}\n</${TAGS.tool}_${suffix}>`;
}

function systemText({ profile, role, today }: PromptInput, suffix: string, canary: string): string {
  const orders = SEGMENTS.map(({ text }) => text.replaceAll('SUFFIX', suffix)).join('\n');
  const facts = JSON.stringify({
    today,
    locale: profile.locale,
    currency: profile.currency,
    role,
    customer: profile.tenantName,
    vendor: BRAND.name,
    support: BRAND.supportEmail,
    supportPhone: BRAND.supportPhone,
    canary,
  });
  return [
    `<${TAGS.instructions}_${suffix}>`,
    orders,
    `</${TAGS.instructions}_${suffix}>`,
    `<${TAGS.facts}_${suffix}>${escapeJson(facts)}</${TAGS.facts}_${suffix}>`,
  ].join('\n');
}

/** The newest whole messages within both limits, beginning with one by the person. */
function historyWindow(history: readonly PastMessage[]): readonly PastMessage[] {
  let bytes = 0;
  let from = history.length;
  while (from > 0 && history.length - from < HISTORY_MAX_MESSAGES) {
    bytes += Buffer.byteLength(history[from - 1]?.text ?? '', 'utf8');
    if (bytes > HISTORY_MAX_BYTES) break;
    from -= 1;
  }
  while (from < history.length && history[from]?.role !== 'user') from += 1;
  return history.slice(from);
}
