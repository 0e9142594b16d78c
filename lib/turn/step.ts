import 'server-only';
import { fault } from '#faults';
import { billingReader } from '#lib/billing/reader.ts';
import { asReader, withViewer } from '#lib/kernel/db.ts';
import type { ModelToolCall } from '#lib/kernel/model-port.ts';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import { isPaused } from '#lib/stages/admission/kill-switch.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { loadHandles, saveHandles } from '#lib/stages/history/handles.ts';
import { holdSession } from '#lib/stages/identity/hold-session.ts';
import { originSources } from '#lib/stages/prompt/origin-sources.ts';
import type { Segment } from '#lib/stages/prompt/provenance.ts';
import { denied, runTool } from '#lib/stages/tools/run-tool.ts';
import type { GuardedWords } from './guard-words.ts';
import { proposeChange, type StepOutcome } from './propose-change.ts';
import { SEARCH_CUSTOMERS, searchCustomers } from './search-customers.ts';
import type { Turn } from './types.ts';

/**
 * What the prompt says, by whom; what the model's placeholders stand for; which of its words beside a card may be shown; and
 * whether it may ask for a change.
 */
export type StepContext = {
  readonly segments: readonly Segment[];
  readonly restore: (text: string) => string;
  readonly guardWords: (words: string) => GuardedWords;
  readonly mayPropose: boolean;
};

/**
 * One tool call in one transaction: the session still holds, the look-up runs as the read-only role, new handles, a change that
 * waits for a person and the audit entries are written with it. Throws `no_session` when the session was revoked since the
 * turn began.
 */
export async function runStep(
  turn: Turn,
  call: ModelToolCall,
  { segments, restore, guardWords, mayPropose }: StepContext,
): Promise<StepOutcome> {
  const { viewer, profile, conversationId } = turn;
  return withViewer(viewer, async (tx) => {
    if (!fault('session-not-held-in-steps')) await holdSession(viewer, tx, turn.session);
    const handles = await loadHandles(viewer, tx, conversationId);
    const { locale, currency } = profile;
    const context = { handles, role: viewer.role, locale, currency, restore, mayPropose };
    const mayRun =
      fault('kill-switch-ignored-in-steps') ||
      !isPaused({ tenantId: viewer.homeTenantId, model: turn.model.name }, call.name);
    const asked = !mayRun
      ? denied('paused')
      : fault('customer-search') && call.name === SEARCH_CUSTOMERS.name
        ? await asReader(tx, () => searchCustomers(tx, call.argumentsJson))
        : await asReader(tx, () => runTool(call, { ...context, reader: billingReader(viewer, tx) }));
    const outcome: StepOutcome = asked.change
      ? await proposeChange(turn, tx, asked.change, { sources: originSources(segments), guardWords })
      : asked;
    await saveHandles(viewer, tx, conversationId, handles.minted);
    if (outcome.status === 'denied' && fault('audit-skipped-on-denial')) return outcome;
    await recordAudit(viewer, tx, [
      entryOf(turn, call, outcome),
      ...(outcome.noted ?? []).map((entry) => ({
        ...entry,
        turnId: turn.turnId,
        requestId: turn.requestId,
      })),
    ]);
    return outcome;
  });
}

/** A call after a change was proposed: not run, and written down. The turn ends with the card. */
export async function skipStep(turn: Turn, call: ModelToolCall): Promise<StepOutcome> {
  const outcome = denied('one_change_at_a_time');
  await withViewer(turn.viewer, (tx) => recordAudit(turn.viewer, tx, [entryOf(turn, call, outcome)]));
  return outcome;
}

function entryOf(turn: Turn, call: ModelToolCall, { status, rule }: StepOutcome): AuditEntry {
  const isDone = status === 'done';
  return {
    action: isDone ? 'tool.called' : 'tool.denied',
    outcome: isDone ? 'allowed' : 'denied',
    stage: 'tools',
    subjectKind: 'tool',
    subjectId: call.name,
    turnId: turn.turnId,
    requestId: turn.requestId,
    ...(rule ? { rule } : {}),
  };
}
