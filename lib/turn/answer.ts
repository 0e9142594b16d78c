import 'server-only';
import type { SentCallDto } from '#lib/contract/sent.ts';
import { fault } from '#faults';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { REASON } from '#lib/contract/reasons.ts';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelFinish, ModelMessage, ModelToolCall, ModelUsage } from '#lib/kernel/model-port.ts';
import { isPaused, whenFlagsKnown } from '#lib/stages/admission/kill-switch.ts';
import { gaveOrders } from '#lib/stages/history/trace.ts';
import { screenData } from '#lib/stages/input-guard/screen.ts';
import type { Vault } from '#lib/stages/input-guard/vault/open-vault.ts';
import { createOutputGuard, type OutputGuard } from '#lib/stages/output-guard/create-output-guard.ts';
import { type ComposedPrompt, fenceToolResult } from '#lib/stages/prompt/compose-prompt.ts';
import { labelToolResult } from '#lib/stages/prompt/label-tool-result.ts';
import { promptPassages } from '#lib/stages/prompt/prompt-passages.ts';
import { describeTools } from '#lib/stages/tools/describe-tools.ts';
import { isToolName } from '#lib/stages/tools/parse-arguments.ts';
import { canonicalOutcome } from './canonical-outcome.ts';
import { type GuardedWords, guardWords } from './guard-words.ts';
import { noteGuarded, noteWhenBrokenOff } from './guarded.ts';
import { mayCall, type Meter, meterResult, outputRoom, withinCalls } from './meter.ts';
import { addLookedUp, ownAddresses } from './own-addresses.ts';
import { addUsage, noteSent, noteStage, noteTool, type TurnRecord } from './record.ts';
import { sayProposed } from './say-proposed.ts';
import { SEARCH_CUSTOMERS } from './search-customers.ts';
import { runStep, skipStep } from './step.ts';
import type { Turn } from './types.ts';

type Asked = { calls: ModelToolCall[]; said: string; reason: ModelFinish; isOver: boolean };
type Seen = { message: ModelMessage; approval?: OfferedApproval };

/** Stands for a look-up that one answer has no room for any more. */
const TOO_MUCH = JSON.stringify({ problem: 'More than one answer has room for. The person sees the card.' });

/** What every round of an answer works with. */
type Rounds = {
  readonly prompt: ComposedPrompt;
  readonly vault: Vault;
  readonly signal: AbortSignal;
  readonly guard: OutputGuard;
  readonly guardWords: (words: string) => GuardedWords;
  readonly meter: Meter;
};

/**
 * Model and tools in turns until the model has nothing more to look up: text leaves through the output guard, every
 * tool result goes back through the input guard and is fenced as data.
 */
export async function* answer(
  turn: Turn,
  record: TurnRecord,
  prompt: ComposedPrompt,
  vault: Vault,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const guarded = {
    ...ownAddresses(turn, record, vault),
    canary: prompt.canary,
    passages: promptPassages(),
  };
  record.guarded = guarded;
  const guard = createOutputGuard(guarded);
  const startedMs = monotonicMs();
  const meter = { steps: 0, calls: 0, toolBytes: 0 };
  const sayable = (words: string) => guardWords(guarded, words);
  const rounds = { prompt, vault, signal, guard, guardWords: sayable, meter };
  const proposed = yield* noteWhenBrokenOff(turn, record, guard, askInRounds(turn, record, rounds));
  await whenFlagsKnown(signal);
  yield noteStage(turn, record, 'model', { verdict: 'pass', ms: monotonicMs() - startedMs });
  yield* noteGuarded(turn, record, guard.end(), true);
  if (proposed) yield* sayProposed(turn, record, proposed);
  // A model that looked nothing up and said nothing has not answered.
  if (record.text === '' && record.trace.tools.length === 0) throw new AppError('model_malformed');
}

/** Asks and looks up until the model is done, may do no more, or a change waits for the person. */
async function* askInRounds(
  turn: Turn,
  record: TurnRecord,
  rounds: Rounds,
): AsyncGenerator<TurnEvent, OfferedApproval | undefined> {
  const messages = [...rounds.prompt.messages];
  const { meter } = rounds;
  let proposed: OfferedApproval | undefined;
  for (; ; meter.steps += 1) {
    const hasTools = mayCall(meter);
    const asked = yield* ask(turn, record, rounds, messages, hasTools);
    if (asked.isOver || asked.calls.length === 0 || !hasTools) {
      record.finish = asked.isOver ? record.finish : asked.reason === 'length' ? 'length' : 'stop';
      return undefined;
    }
    const calls = [...withinCalls(meter, asked.calls)];
    meter.calls += calls.length;
    messages.push({ role: 'assistant', content: asked.said, toolCalls: calls });
    // What was said before a look-up is a paragraph of its own, and its last word need not wait for the look-up.
    if (asked.said !== '') yield* noteGuarded(turn, record, rounds.guard.push('\n\n'), false);
    for (const call of calls) {
      const isSkipped = proposed !== undefined && !fault('two-cards-in-a-turn');
      const seen = yield* look(turn, record, rounds, call, isSkipped);
      messages.push(seen.message);
      proposed ??= seen.approval;
    }
    if (proposed) return proposed;
  }
}

async function* ask(
  turn: Turn,
  record: TurnRecord,
  { guard, signal }: Rounds,
  messages: ModelMessage[],
  hasTools: boolean,
): AsyncGenerator<TurnEvent, Asked> {
  const asked: Asked = { calls: [], said: '', reason: 'stop', isOver: false };
  const tools = hasTools ? [...describeTools(), ...(fault('customer-search') ? [SEARCH_CUSTOMERS] : [])] : [];
  const maxOutputTokens = outputRoom(record, { messages, tools });
  // Nothing is left of what a turn may use: it ends with what was said, as one does that was cut at its length.
  if (maxOutputTokens === null) return { ...asked, reason: 'length' };
  const request = {
    messages,
    signal,
    tools,
    maxOutputTokens,
    onBroken: (usage: ModelUsage, model?: string) => addUsage(record, usage, model ?? turn.model.name),
    onSent: (sent: SentCallDto) => noteSent(turn, record, sent),
    mayAsk: (model: string) => !isPaused({ tenantId: turn.viewer.homeTenantId, model }),
    userPseudonym: keyedHash('model-user', turn.viewer.personId).toString('hex').slice(0, 32),
  };
  for await (const event of turn.model.stream(request)) {
    await whenFlagsKnown(signal);
    if (event.type === 'text') {
      asked.said += event.delta;
      asked.isOver = yield* noteGuarded(turn, record, guard.push(event.delta), false);
      if (asked.isOver) return asked;
    }
    if (event.type === 'tool_call') asked.calls.push(event.call);
    if (event.type === 'finish') {
      asked.reason = event.reason;
      addUsage(record, event.usage, event.model ?? turn.model.name);
    }
  }
  return asked;
}

/** One call of the model's, run or, where a card waits already, skipped; its result is data of the next round. */
async function* look(
  turn: Turn,
  record: TurnRecord,
  { prompt, vault, signal, guardWords: sayable, meter }: Rounds,
  asked: ModelToolCall,
  isSkipped: boolean,
): AsyncGenerator<TurnEvent, Seen> {
  await whenFlagsKnown(signal);
  // A name that is no tool's is the model's own text: it reaches neither the page nor the log.
  const isKnown = isToolName(asked.name) || fault('model-names-kept') || fault('customer-search');
  const call = isKnown ? asked : { ...asked, name: 'unknown' };
  yield { event: 'tool', data: { callId: call.id, name: call.name, status: 'running', summary: 'Looking…' } };
  const startedMs = monotonicMs();
  const outcome = isSkipped
    ? await skipStep(turn, call)
    : canonicalOutcome(
        await runStep(turn, call, {
          segments: prompt.segments,
          restore: vault.restore,
          guardWords: sayable,
          mayPropose: !gaveOrders(record.trace) || fault('flagged-turn-proposes'),
        }),
      );
  prompt.segments.push(...labelToolResult(outcome.json));
  await whenFlagsKnown(signal);
  yield noteTool(record, call, outcome);
  const denied = outcome.status === 'denied';
  yield noteStage(turn, record, 'tools', {
    verdict: denied ? 'block' : 'pass',
    rule: outcome.rule,
    ms: monotonicMs() - startedMs,
  });
  // What a denial says is from a table of ours: it tells the model what not to do, and reads like orders.
  const screening = denied ? null : screenData(outcome.json, turn.measure);
  if (screening && screening.verdict !== 'pass')
    yield noteStage(turn, record, 'input-guard', { ...screening, reason: REASON.flaggedData });
  addLookedUp(record, outcome);
  const hidden = JSON.stringify(vault.hideData(JSON.parse(outcome.json)));
  const fenced = (json: string) => fenceToolResult(prompt.suffix, call.name, json);
  const content = meterResult(meter, fenced(hidden), () => fenced(TOO_MUCH));
  const message = { role: 'tool', toolCallId: call.id, content } as const;
  return outcome.approval ? { message, approval: outcome.approval } : { message };
}
