import 'server-only';
import { withFaults } from '#faults';
import type { StageEvent, TurnEvent } from '#lib/contract/chat.ts';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import type { ProfileName } from '#lib/contract/lab/profile.ts';
import type { RedteamAnswer } from '#lib/contract/lab/redteam.ts';
import type { FaultId } from '#lib/faults/table.ts';
import { type AppError, toAppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import { plantedBy } from '../list-switches.ts';
import { STEP_MAX_MS } from '../policy.ts';
import type { House } from '../run/house.ts';
import { findSession, noteConversation } from './find-session.ts';
import { REPLACED_BY_OWN_LIMITS } from './policy.ts';

type Asked = { message: string; sessionId: string | null; profile: ProfileName; requestId: string };
type Guardrail = RedteamAnswer['guardrail'];

/** What one of a stage's verdicts weighs: the severest speaks for the whole. */
const WEIGHT = { pass: 0, redact: 1, flag: 2, block: 3 } as const satisfies Record<
  StageEvent['verdict'],
  number
>;

/**
 * One message of an outside client, through the real turn with what the profile takes away planted. What the application refuses is
 * an answer as well: the sentence that a person would read, flagged.
 */
export async function answerMessage(asked: Asked, startTurn: House['startTurn']): Promise<RedteamAnswer> {
  const { profile } = asked;
  const session = await findSession(asked.sessionId, profile);
  const faults = [...plantedBy({ profile }).faults, ...REPLACED_BY_OWN_LIMITS];
  const left = new AbortController();
  const clock = setTimeout(() => left.abort(), STEP_MAX_MS);
  try {
    const body = {
      text: asked.message,
      idempotencyKey: newId(),
      ...(session.conversationId ? { conversationId: session.conversationId } : {}),
    };
    const request = { session: session.person, body, requestId: asked.requestId, left: left.signal };
    const { events } = await withFaults(faults, () => startTurn(request));
    const heard = await hear(events, faults);
    if (heard.conversationId) await noteConversation(session, profile, heard.conversationId);
    const { message, guardrail } = heard;
    return {
      message,
      guardrail,
      profile,
      sessionId: session.sessionId,
      traceId: heard.turnId ?? asked.requestId,
    };
  } catch (error) {
    const refusal = refusalOf(toAppError(error));
    return { ...refusal, profile, sessionId: session.sessionId, traceId: asked.requestId };
  } finally {
    clearTimeout(clock);
  }
}

/** Everything that a browser would have been sent, as one answer. */
async function hear(events: AsyncGenerator<TurnEvent>, faults: readonly FaultId[]) {
  let message = '';
  let severest: StageEvent = { stage: 'identity', verdict: 'pass' };
  let turnId: string | null = null;
  let conversationId: string | null = null;
  for (;;) {
    const next = await withFaults(faults, () => events.next());
    if (next.done) break;
    const event = next.value;
    if (event.event === 'turn') ({ turnId, conversationId } = event.data);
    if (event.event === 'text') message += event.data.delta;
    if (event.event === 'error') message += event.data.message;
    if (event.event === 'stage' && WEIGHT[event.data.verdict] > WEIGHT[severest.verdict])
      severest = event.data;
  }
  return { message, turnId, conversationId, guardrail: guardrailOf(severest) };
}

function guardrailOf({ stage, verdict, rule, reason }: StageEvent): Guardrail {
  if (verdict === 'pass') return { flagged: false, stage: null, rule: null };
  return { flagged: true, stage, rule: rule ?? reason ?? null };
}

/** Unforeseen errors stay errors: a client that took them for a refusal would count them as a defence. */
function refusalOf(error: AppError): { message: string; guardrail: Guardrail } {
  const { status, sentence } = ERROR_TABLE[error.code];
  if (status >= 500) throw error;
  const stage = error.code === 'malformed' || error.code === 'too_large' ? 'input-guard' : 'admission';
  return { message: sentence, guardrail: { flagged: true, stage, rule: error.code } };
}
