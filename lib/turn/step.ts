import 'server-only';
import { billingReader } from '#lib/billing/reader.ts';
import { asReader, withViewer } from '#lib/kernel/db.ts';
import type { ModelToolCall } from '#lib/kernel/ports.ts';
import { isPaused } from '#lib/stages/admission/kill-switch.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { loadHandles, saveHandles } from '#lib/stages/history/handles.ts';
import { holdSession } from '#lib/stages/identity/hold-session.ts';
import { denied, runTool, type ToolOutcome } from '#lib/stages/tools/run-tool.ts';
import type { Turn } from './types.ts';

/**
 * One tool call in one transaction: the session still holds, the look-up runs as the read-only role, new handles and
 * the audit entry are written with it. Throws `no_session` when the session was revoked since the turn began.
 */
export async function runStep(turn: Turn, call: ModelToolCall): Promise<ToolOutcome> {
  const { viewer, profile, conversationId } = turn;
  return withViewer(viewer, async (tx) => {
    await holdSession(viewer, tx, turn.session);
    const handles = await loadHandles(viewer, tx, conversationId);
    const context = { handles, role: viewer.role, locale: profile.locale, currency: profile.currency };
    const outcome = isPaused({ tenantId: viewer.homeTenantId, model: turn.model.name }, call.name)
      ? denied('paused')
      : await asReader(tx, () => runTool(call, { ...context, reader: billingReader(viewer, tx) }));
    await saveHandles(viewer, tx, conversationId, handles.minted);
    await recordAudit(viewer, tx, [
      {
        action: outcome.status === 'done' ? 'tool.called' : 'tool.denied',
        outcome: outcome.status === 'done' ? 'allowed' : 'denied',
        stage: 'tools',
        subjectKind: 'tool',
        subjectId: call.name,
        turnId: turn.turnId,
        requestId: turn.requestId,
        ...(outcome.rule ? { rule: outcome.rule } : {}),
      },
    ]);
    return outcome;
  });
}
