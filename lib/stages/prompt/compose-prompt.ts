import 'server-only';
import { fault } from '#faults';
import { randomBytes } from 'node:crypto';
import { BRAND } from '#lib/contract/brand.ts';
import type { Role } from '#lib/contract/roles.ts';
import type { ModelMessage } from '#lib/kernel/model-port.ts';
import type { Profile } from '#lib/kernel/ports.ts';
import { escapeJson, fenceUserText, neutralise } from './fence.ts';
import {
  CANARY_BYTES,
  HISTORY_MAX_BYTES,
  INSTRUCTIONS,
  PROMPT_VERSION,
  SUFFIX_BYTES,
  TAGS,
} from './policy.ts';
import { labelSegment, type Segment } from './provenance.ts';

export type PastMessage = { readonly role: 'user' | 'assistant'; readonly text: string };

/** Only what the model needs: the profile's e-mail address, label and any id stay here. */
export type PromptInput = {
  readonly profile: Pick<Profile, 'tenantName' | 'locale' | 'currency'>;
  readonly role: Role;
  /** The ledger's day, `2026-11-20`. */
  readonly today: string;
  /** The active branch before this message, oldest first. */
  readonly history: readonly PastMessage[];
  /** What became of the changes that were proposed in this conversation, newest first: facts of the server. */
  readonly changes?: readonly { readonly tool: string; readonly state: string }[];
  readonly userText: string;
  /** A message as the model may read it: personal details give way to placeholders. Called oldest first. */
  readonly hide: (text: string, writer: 'user' | 'assistant') => string;
};

/**
 * `suffix` fences tool results of the same request; `canary` goes to the output guard. Both are new every time.
 * `segments` says of every part of the prompt whose text it is; tool results add theirs with `labelToolResult`.
 */
export type ComposedPrompt = {
  messages: ModelMessage[];
  segments: Segment[];
  /** The message that is asked now, as the model reads it. */
  question: string;
  suffix: string;
  canary: string;
  version: string;
};

/** Writes what the model will see; `segments` keep what people really wrote. Roles are separate messages; text that people wrote stands inside tags. */
export function composePrompt(input: PromptInput): ComposedPrompt {
  const suffix = randomBytes(SUFFIX_BYTES).toString('hex');
  const canary = `cs${randomBytes(CANARY_BYTES).toString('hex')}`;
  const past = historyWindow(input.history);
  const orders = INSTRUCTIONS.map(({ text }) => text.replaceAll('SUFFIX', suffix)).join('\n');
  const facts = factsJson(input, canary);
  const history = past.map(({ role, text }): ModelMessage => {
    const hidden = input.hide(text, role);
    return { role, content: role === 'user' ? fenceUserText(suffix, hidden) : neutralise(hidden) };
  });
  const question = input.hide(input.userText, 'user');
  const messages: ModelMessage[] = fault('prompt-flat')
    ? [{ role: 'user', content: flatText(orders, facts, input, question) }]
    : [
        { role: 'system', content: systemText(suffix, orders, facts) },
        ...history,
        { role: 'user', content: fenceUserText(suffix, question) },
      ];
  const segments = [
    labelSegment('instructions', orders),
    labelSegment('facts', facts),
    ...past.map(({ role, text }) => labelSegment(role === 'user' ? 'question' : 'answer', text)),
    labelSegment('question', input.userText),
  ];
  return { messages, segments, question, suffix, canary, version: PROMPT_VERSION };
}

/**
 * One tool result, as data. `json` is serialised JSON: angle brackets can only stand inside its strings, so they are
 * written as JSON escapes. The value is unchanged and no tag can be imitated.
 */
export function fenceToolResult(suffix: string, tool: string, json: string): string {
  if (fault('tool-results-not-fenced')) return json;
  const name = /^[a-z_]{1,40}$/.test(tool) ? tool : 'unknown';
  return `<${TAGS.tool}_${suffix} tool="${name}">\n${escapeJson(json)}\n</${TAGS.tool}_${suffix}>`;
}

function factsJson({ profile, role, today, changes }: PromptInput, canary: string): string {
  return JSON.stringify({
    today,
    locale: profile.locale,
    currency: profile.currency,
    role,
    customer: profile.tenantName,
    vendor: BRAND.name,
    support: BRAND.supportEmail,
    supportPhone: BRAND.supportPhone,
    ...(changes && changes.length > 0 ? { changes } : {}),
    canary,
  });
}

function systemText(suffix: string, orders: string, facts: string): string {
  return [
    `<${TAGS.instructions}_${suffix}>`,
    orders,
    `</${TAGS.instructions}_${suffix}>`,
    `<${TAGS.facts}_${suffix}>${escapeJson(facts)}</${TAGS.facts}_${suffix}>`,
  ].join('\n');
}

/** Everything in one text, as first attempts are written: whoever types a line that begins like ours has said it. */
function flatText(orders: string, facts: string, { history, hide }: PromptInput, question: string): string {
  const said = history.map(
    ({ role, text }) => `${role === 'user' ? 'Customer' : 'Assistant'}: ${hide(text, role)}`,
  );
  return [orders, `Facts: ${facts}`, ...said, `Customer: ${question}`].join('\n\n');
}

/** The newest whole messages within the limit, beginning with one by the person. */
function historyWindow(history: readonly PastMessage[]): readonly PastMessage[] {
  let bytes = 0;
  let from = history.length;
  while (from > 0) {
    bytes += Buffer.byteLength(history[from - 1]?.text ?? '', 'utf8');
    if (bytes > HISTORY_MAX_BYTES) break;
    from -= 1;
  }
  while (from < history.length && history[from]?.role !== 'user') from += 1;
  return history.slice(from);
}
