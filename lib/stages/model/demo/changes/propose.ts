import 'server-only';
import { keyOf } from '../conversation.ts';
import type { Lookup } from '../answer/read-result.ts';
import type { Voice } from '../answer/voice.ts';
import type { PhraseKey } from '../phrases/tables.ts';
import type { ToolCall } from '../types.ts';
import { CHANGE_TOOLS, type ChangeTool } from '#lib/contract/approvals.ts';

/** Why a change was refused → how it is said. Every cap is said alike. */
const REFUSALS: Readonly<Record<string, PhraseKey>> = {
  not_found: 'no.not_found',
  nothing_left: 'no.nothing_left',
  above_rest: 'no.above_rest',
  below_minimum: 'no.below_minimum',
  void_invoice: 'no.void_invoice',
  payment_running: 'no.payment_running',
  same_already: 'no.same_already',
  not_active: 'no.not_active',
  too_many_seats: 'no.too_many_seats',
  no_seats_left: 'no.no_seats_left',
  not_failed: 'no.not_failed',
  bad_address: 'no.bad_address',
  change_running: 'no.change_running',
  cap_person_day: 'no.cap',
  cap_tenant_day: 'no.cap',
  too_many_pending: 'no.too_many_pending',
  not_eligible: 'change.owner_only',
};

export function isChangeCall({ name }: ToolCall): boolean {
  return CHANGE_TOOLS.some((tool) => tool === name);
}

/**
 * Asks for one change. Where it is shown as a card the turn ends there and this text is never needed; where it is refused the
 * text says why.
 */
export function* propose(
  tool: ChangeTool,
  args: Record<string, unknown>,
  voice: Voice,
  reason: PhraseKey = reasonOf(tool),
): Lookup<string> {
  const [reply] = yield [{ name: tool, args: { ...args, reason: voice.say(reason) } }];
  if (!reply || reply.ok) return voice.say('change.waiting');
  const { support } = voice.facts;
  return voice.say(REFUSALS[reply.error] ?? 'change.not_possible', { support });
}

function reasonOf(tool: ChangeTool): PhraseKey {
  return `reason.${tool}`;
}

/** Two calls that are one. */
export function sameCall(a: ToolCall, b: ToolCall): boolean {
  return keyOf(a.name, a.args) === keyOf(b.name, b.args);
}
