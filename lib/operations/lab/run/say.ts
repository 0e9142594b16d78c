import 'server-only';

import type { TurnEvent } from '#lib/contract/chat.ts';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import type { Actor, StepOf } from '#lib/contract/lab/scene.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';
import { chooseModel } from '#lib/stages/model/choose-model.ts';
import { KEPT_MAX, STEP_MAX_MS } from '../policy.ts';
import { fillText } from './fill.ts';
import { type Heard, listenTo, scriptedModel } from './models.ts';
import { showAnswer } from './show.ts';
import { tellHeard, tellTurn } from './tell-turn.ts';
import { noteLeft, personOf, type Run, traced } from './state.ts';
import { atOnce } from './at-once.ts';
import { withPlanted } from './with-planted.ts';
import { writtenAs } from './written-as.ts';

/** Somebody types a message, once or more often, one after another or at once. */
export async function* say(run: Run, step: number, asked: StepOf<'say'>): AsyncGenerator<TraceEvent> {
  const text = writtenAs(fillText(run, asked.text), asked.write ?? 'plain').repeat(asked.repeat ?? 1);
  for (let time = 0; time < (asked.times ?? 1); time += 1) {
    const before = run.turns;
    yield* atOnce(asked.atOnce ?? 1, (one, met) => sayOnce(run, step, asked, { text, isNew: one > 0, met }));
    run.atOnce = Math.max(run.atOnce, run.turns - before);
  }
}

type Said = {
  readonly text: string;
  /** Of several at once each begins a conversation of its own. */ readonly isNew: boolean;
  /** Each of them has been opened or refused. */ readonly met: () => Promise<void>;
};

async function* sayOnce(
  run: Run,
  step: number,
  asked: StepOf<'say'>,
  { text, isNew, met }: Said,
): AsyncGenerator<TraceEvent> {
  const actor = asked.as ?? run.attack.as;
  run.typed.push(text);
  yield traced(run, 'typed', step, { as: actor, text: text.slice(0, KEPT_MAX), ...canonicalOf(run, text) });
  const person = personOf(run, actor);
  if (!person) return yield refused(run, step, new AppError('no_session'));
  const place = asked.conversation ?? 'main';
  const conversationId = isNew ? undefined : run.conversations.get(`${actor} ${place}`);
  const heard: Heard = [];
  const turn = run.rounds.length;
  const inner = asked.model ? scriptedModel(run, asked.model) : chooseModel();
  if (!inner.scripted) run.live = true;
  const model = listenTo(run, inner, turn, heard);
  const left = new AbortController();
  const body = { text, idempotencyKey: newId(), ...(conversationId === undefined ? {} : { conversationId }) };
  const request = { session: person.session, body, requestId: newId(), left: left.signal, model };
  const clock = setTimeout(() => left.abort(), STEP_MAX_MS);
  try {
    const { events } = await withPlanted(run.planted, () => run.house.startTurn(request));
    const note = (id: string) => isNew || run.conversations.set(`${actor} ${place}`, id);
    yield* follow(run, step, events, { heard, actor, note, met });
  } catch (error) {
    // What nobody expected is trouble of the run and no refusal.
    if (!(error instanceof AppError)) throw error;
    yield* tellHeard(run, step, heard);
    yield refused(run, step, error);
  } finally {
    clearTimeout(clock);
  }
}

type Following = {
  readonly heard: Heard;
  readonly actor: Actor;
  readonly note: (conversationId: string) => unknown;
  readonly met: Said['met'];
};

/** The turn's events as they come, each with what the model was shown and said before it; then the answer as it left. */
async function* follow(
  run: Run,
  step: number,
  events: AsyncGenerator<TurnEvent>,
  { heard, actor, note, met }: Following,
): AsyncGenerator<TraceEvent> {
  let text = '';
  let finish = 'aborted';
  for (;;) {
    const next = await withPlanted(run.planted, () => events.next());
    yield* tellHeard(run, step, heard);
    if (next.done) break;
    const event = next.value;
    noteLeft(run, actor, JSON.stringify(event.data));
    if (event.event === 'turn') {
      run.turns += 1;
      run.last.turn = event.data.turnId;
      run.last.conversation = event.data.conversationId;
      note(event.data.conversationId);
      await met();
    }
    if (event.event === 'text') text += event.data.delta;
    if (event.event === 'done') {
      finish = event.data.finish;
      run.last.message = event.data.messageId;
    }
    yield* tellTurn(run, step, actor, event);
  }
  // One string of it: what is split over events is whole for whoever reads it.
  noteLeft(run, actor, text);
  yield traced(run, 'left', step, {
    text: text.slice(0, KEPT_MAX),
    bytes: Buffer.byteLength(text, 'utf8'),
    finish,
  });
  yield* showAnswer(run, step, text);
}

/** Refused before anything was streamed: the status and code that a browser would have got. */
function refused(run: Run, step: number, { code }: AppError): TraceEvent {
  run.refusals.push({ stage: null, verdict: 'block', rule: code, code, via: 'say' });
  const { status, sentence } = ERROR_TABLE[code];
  return traced(run, 'answer', step, { status, code, body: sentence, bytes: 0 });
}

/** As it is stored and read; what is written hidden is spelled out, so that it can be seen. */
function canonicalOf(run: Run, text: string): { canonical: string; removed: string[] } {
  try {
    const { text: canonical, removed } = withPlanted(run.planted, () => prepareMessage(text));
    return { canonical: spellHidden(canonical).slice(0, KEPT_MAX), removed: Object.keys(removed) };
  } catch {
    return { canonical: '', removed: [] };
  }
}

function spellHidden(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Co}\u{e0000}-\u{e007f}]/gu,
    (one) => `⟨U+${one.codePointAt(0)?.toString(16).toUpperCase()}⟩`,
  );
}
