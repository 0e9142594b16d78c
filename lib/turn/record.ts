import 'server-only';
import type { SentCallDto } from '#lib/contract/sent.ts';
import type { Claim, Finish, StageEvent, TurnEvent } from '#lib/contract/chat.ts';
import { ERROR_TABLE, type ErrorCode } from '#lib/contract/errors.ts';
import type { Stage, Verdict } from '#lib/contract/stages.ts';
import type { TopicId } from '#lib/contract/topics.ts';
import type { ModelUsage } from '#lib/kernel/model-port.ts';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import type { GuardContext } from '#lib/stages/output-guard/create-output-guard.ts';
import { priceUsage } from '#lib/stages/model/price-usage.ts';
import type { ToolOutcome } from '#lib/stages/tools/run-tool.ts';
import type { Trace } from '#lib/stages/history/trace.ts';
import type { Turn } from './types.ts';

/** What a turn has shown and done so far: the events to send, and what is stored and audited when it closes. */
export type TurnRecord = {
  text: string;
  finish: Finish;
  usage: ModelUsage;
  costMicroUsd: number;
  lastTool: string | undefined;
  offered: TopicId[] | undefined;
  /** What the answer was guarded against; null while no model was asked. */
  guarded: (GuardContext & { emails: Set<string> }) | null;
  /** The text whose figures were checked, and what came of it; null until then. */
  claimed: { text: string; claims: Claim[] } | null;
  /** Why the turn broke off, for the log. */
  error: ErrorCode | undefined;
  /** What went to the model, call by call, word for word. */
  readonly sent: SentCallDto[];
  /** What was used, by the model that answered. */
  readonly usedBy: Map<string, ModelUsage>;
  readonly trace: Trace;
  readonly audit: AuditEntry[];
};

const NOTHING_USED: ModelUsage = { inputTokens: 0, outputTokens: 0, estimated: false };

export function createRecord(): TurnRecord {
  return {
    text: '',
    // Until something else ends it, a turn that stops here was left by its reader.
    finish: 'aborted',
    usage: NOTHING_USED,
    costMicroUsd: 0,
    lastTool: undefined,
    offered: undefined,
    guarded: null,
    claimed: null,
    error: undefined,
    sent: [],
    usedBy: new Map(),
    trace: { stages: [], tools: [], approvals: [], claims: [], suggestions: [] },
    audit: [],
  };
}

export type StageResult = {
  verdict: Verdict;
  reason?: string | undefined;
  rule?: string | undefined;
  ms?: number;
};

/** Notes what a stage decided. Customers get the reason; rules and times are for staff and demonstrations. */
export function noteStage(turn: Turn, record: TurnRecord, stage: Stage, result: StageResult): TurnEvent {
  const data: StageEvent = { stage, verdict: result.verdict };
  if (result.reason) data.reason = result.reason;
  if (turn.showRules && result.rule) data.rule = result.rule;
  if (turn.showRules && result.ms !== undefined) data.ms = Math.round(result.ms * 10) / 10;
  record.trace.stages.push(data);
  const action = AUDITED[result.verdict];
  if (action) {
    record.audit.push({
      action,
      outcome: result.verdict === 'block' ? 'denied' : 'allowed',
      stage,
      turnId: turn.turnId,
      ...(result.rule ? { rule: result.rule } : {}),
    });
  }
  return { event: 'stage', data };
}

const AUDITED = {
  pass: null,
  flag: 'stage.flagged',
  redact: 'stage.redacted',
  block: 'stage.blocked',
} as const;

/** Adds shown text. Nothing is recorded that is not also sent. */
export function* say(record: TurnRecord, delta: string): Generator<TurnEvent> {
  if (delta === '') return;
  record.text += delta;
  yield { event: 'text', data: { delta } };
}

export function noteTool(
  record: TurnRecord,
  call: { id: string; name: string },
  outcome: ToolOutcome,
): TurnEvent {
  const { status, summary, card } = outcome;
  const data = { callId: call.id, name: call.name, status, summary, ...(card ? { card } : {}) };
  record.trace.tools.push(data);
  if (status === 'done') record.lastTool = call.name;
  if (outcome.offered) record.offered = outcome.offered;
  return { event: 'tool', data };
}

export function noteError(record: TurnRecord, code: ErrorCode): TurnEvent {
  record.finish = 'error';
  record.error = code;
  return {
    event: 'error',
    data: { code, message: ERROR_TABLE[code].sentence, retryable: ERROR_TABLE[code].retryable },
  };
}

/** Adds what a call used, at the price of the model that answered it. */
export function addUsage(record: TurnRecord, usage: ModelUsage, model: string): void {
  record.usage = sum(record.usage, usage);
  record.usedBy.set(model, sum(record.usedBy.get(model) ?? NOTHING_USED, usage));
  const costs = [...record.usedBy].map(([name, used]) => priceUsage(name, used));
  record.costMicroUsd = costs.reduce((total, cost) => total + cost, 0);
}

function sum(one: ModelUsage, other: ModelUsage): ModelUsage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: (one.cachedTokens ?? 0) + (other.cachedTokens ?? 0),
    outputTokens: one.outputTokens + other.outputTokens,
    estimated: one.estimated || other.estimated,
  };
}

/** Notes what left for a provider. That it was the second one is audited, call by call. */
export function noteSent(turn: Turn, record: TurnRecord, sent: SentCallDto): void {
  record.sent.push(sent);
  if (!sent.isSecond) return;
  record.audit.push({
    action: 'model.fell_back',
    outcome: 'allowed',
    stage: 'model',
    subjectKind: 'model',
    subjectId: sent.model,
    turnId: turn.turnId,
    facts: { host: sent.host, call: record.sent.length },
  });
}
