import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import type { Actor } from '#lib/contract/lab/scene.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { toAppError } from '#lib/kernel/errors.ts';
import { KEPT_MAX } from '../policy.ts';
import type { Heard } from './models.ts';
import { type Run, traced } from './state.ts';

/** What an event of a turn adds to the trace, and to what the oracle reads. */
export function* tellTurn(run: Run, step: number, actor: Actor, event: TurnEvent): Generator<TraceEvent> {
  if (event.event === 'stage') {
    const { stage, verdict, rule, reason } = event.data;
    run.refusals.push({ stage, verdict, rule: rule ?? reason, code: undefined, via: 'say' });
    yield traced(run, 'stage', step, {
      stage,
      verdict,
      ...(rule ? { rule } : {}),
      ...(reason ? { reason } : {}),
    });
  }
  if (event.event === 'tool' && event.data.status !== 'running') {
    const { name, status, summary } = event.data;
    run.tools.push({ name, status, rule: summary });
    yield traced(run, 'tool', step, { name, status, summary });
  }
  if (event.event === 'approval') {
    const { title, lines, state, people, approvalId, nonce } = event.data;
    run.cards.push({ as: actor, card: event.data });
    // The page that shows a card was given a number with it, before it ever opens the card again.
    if (nonce !== null) run.nonces.push({ as: actor, approvalId, nonce, isSpent: false });
    yield traced(run, 'card', step, {
      title,
      lines: lines.map(({ label, value }) => ({ label, value })),
      state,
      people,
    });
  }
  if (event.event === 'error') {
    // A model that did not answer has tried nothing: that is no result, and has to be seen.
    if (event.data.code.startsWith('model_'))
      yield traced(run, 'trouble', step, { where: 'model', message: event.data.code });
    run.refusals.push({
      stage: null,
      verdict: 'block',
      rule: event.data.code,
      code: toAppError(event.data).code,
      via: 'say',
    });
    yield traced(run, 'answer', step, {
      status: 200,
      code: event.data.code,
      body: event.data.message,
      bytes: 0,
    });
  }
}

/** What the model was shown and said since the last event. */
export function* tellHeard(run: Run, step: number, heard: Heard): Generator<TraceEvent> {
  for (const one of heard.splice(0)) {
    if (one.kind === 'prompt') {
      const messages = one.messages.map(({ role, content }) => ({
        role,
        content: content.slice(0, KEPT_MAX),
      }));
      yield traced(run, 'prompt', step, { round: one.round, messages, tools: [...one.tools] });
    } else
      yield traced(run, 'model', step, {
        round: one.round,
        text: one.text.slice(0, KEPT_MAX),
        calls: one.calls,
      });
  }
}
