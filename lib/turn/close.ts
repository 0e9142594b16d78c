import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import { mustFinish } from '#lib/kernel/shutdown.ts';
import { chooseLimiter } from '#lib/stages/admission/choose-limiter.ts';
import { settleTurn } from '#lib/stages/admission/settle-turn.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { saveAnswer } from '#lib/stages/history/save-answer.ts';
import { packSent } from '#lib/stages/history/sent/pack-sent.ts';
import { checkWhole } from '#lib/stages/output-guard/check-whole.ts';
import { claimsOf } from './claims.ts';
import type { TurnRecord } from './record.ts';
import { settlementOf, spentBy } from './settlement.ts';
import type { Turn } from './types.ts';

/**
 * Stores what was shown, settles and audits, in one transaction that no signal can cut short. Nothing is stored when
 * the sweeper already closed the turn as lost.
 */
export function closeTurn(turn: Turn, record: TurnRecord): Promise<void> {
  return mustFinish(closeInOneTransaction(turn, record));
}

async function closeInOneTransaction(turn: Turn, record: TurnRecord): Promise<void> {
  const { viewer, turnId, conversationId } = turn;
  const { finish, usage } = record;
  const { text, audit } = recheck(turn, record);
  const claims = await claimsOf(turn, record, text).catch((error: unknown) => {
    // An answer is kept even where its figures can't be checked: none is then called verified.
    log.error('claims.failed', { turnId, errorName: reduceError(error).name });
    return [];
  });
  record.claimed = { text, claims };
  const settlement = settlementOf(turn, record);
  const sent = await packSent(record.sent);
  const isBooked = await withViewer(viewer, async (tx) => {
    if (!(await settleTurn(viewer, tx, settlement))) return false;
    await saveAnswer(viewer, tx, turn.dataKey, {
      conversationId,
      turnId,
      finish,
      messageId: turn.answerMessageId,
      userMessageId: turn.userMessageId,
      sequence: turn.answerSequence,
      text,
      trace: { ...record.trace, claims },
      sent,
    });
    await recordAudit(viewer, tx, [...record.audit, ...audit, closedEntry(turn, record)]);
    return true;
  });
  if (isBooked) await chooseLimiter().ended(turnId, spentBy(turn, settlement));
  log.info('turn.closed', {
    turnId,
    finish,
    model: settlement.model,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
  });
}

function closedEntry({ turnId, requestId }: Turn, { finish, error, trace }: TurnRecord): AuditEntry {
  return {
    action: 'turn.closed',
    outcome: finish === 'error' ? 'failed' : 'allowed',
    stage: 'audit',
    rule: finish,
    turnId,
    requestId,
    facts: { calls: trace.tools.length, ...(error ? { error } : {}) },
  };
}

/** The whole answer, guarded once more before it is stored: what a defect let through is at least not kept. */
function recheck(turn: Turn, record: TurnRecord): { text: string; audit: AuditEntry[] } {
  const whole = record.guarded ? checkWhole(record.guarded, record.text) : null;
  if (!whole || whole.isClean) return { text: record.text, audit: [] };
  log.error('output_guard.leak', {
    turnId: turn.turnId,
    stage: 'output-guard',
    count: whole.findings.length,
  });
  const found = {
    action: 'stage.redacted',
    outcome: 'failed',
    stage: 'output-guard',
    rule: 'whole-text',
    turnId: turn.turnId,
  } as const;
  return { text: whole.text, audit: [found] };
}
