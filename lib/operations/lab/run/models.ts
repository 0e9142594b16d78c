import 'server-only';
import type { ModelRound } from '#lib/contract/lab/scene.ts';
import type { ModelEvent, ModelMessage, ModelPort, ModelRequest } from '#lib/kernel/model-port.ts';
import { INSTRUCTIONS } from '#lib/stages/prompt/policy.ts';
import { KEPT_MAX } from '../policy.ts';
import { fillText } from './fill.ts';
import type { Run } from './state.ts';

/** What a model was shown and what it came to, in order, until the turn's next event takes it along. */
export type Heard = (
  | { kind: 'prompt'; messages: readonly ModelMessage[]; tools: readonly string[]; round: number }
  | { kind: 'model'; text: string; calls: { name: string; argumentsJson: string }[]; round: number }
)[];

/** The model that answers, listened to: nothing that it is sent or says is changed. */
export function listenTo(run: Run, inner: ModelPort, turn: number, heard: Heard): ModelPort {
  let round = -1;
  return {
    name: inner.name,
    scripted: inner.scripted,
    stream: (request) => listen(run, inner, request, { turn, round: (round += 1), heard }),
  };
}

async function* listen(
  run: Run,
  inner: ModelPort,
  request: ModelRequest,
  { turn, round, heard }: { turn: number; round: number; heard: Heard },
): AsyncGenerator<ModelEvent> {
  const { messages, tools } = request;
  heard.push({ kind: 'prompt', messages: [...messages], tools: tools.map(({ name }) => name), round });
  run.prompts.push(messages.map(({ content }) => content).join('\n'));
  run.toProvider.push(JSON.stringify(messages));
  const said = { text: '', calls: new Array<{ name: string; argumentsJson: string }>() };
  try {
    for await (const event of inner.stream(request)) {
      if (event.type === 'text' && said.text.length < KEPT_MAX * 4) said.text += event.delta;
      if (event.type === 'tool_call')
        said.calls.push({
          name: event.call.name,
          argumentsJson: event.call.argumentsJson.slice(0, KEPT_MAX),
        });
      yield event;
    }
  } finally {
    // Also what was broken off was said.
    run.rounds.push({ turn, ...said });
    heard.push({ kind: 'model', round, ...said });
  }
}

const LAST: ModelRound = { text: 'That is all.' };

/** A model that belongs to the attacker: says and asks for exactly what the attack's script says, in pieces of its choice. */
export function scriptedModel(run: Run, rounds: readonly ModelRound[]): ModelPort {
  let round = 0;
  const handles: string[] = [];
  return {
    name: 'attacker-model',
    scripted: true,
    async *stream(request) {
      noteHandles(handles, request.messages);
      const script = rounds[round] ?? LAST;
      round += 1;
      request.onSent?.({
        provider: 'x',
        host: 'x.test',
        model: 'attacker-model',
        isSecond: false,
        body: JSON.stringify({ messages: request.messages }),
      });
      const fill = (text: string) =>
        fillHandles(handles, fillFromPrompt(fillText(run, text, 'model'), request.messages));
      yield* say(fill(script.text ?? ''), script);
      for (const [index, { name, args }] of (script.calls ?? []).entries()) {
        const argumentsJson = fill(typeof args === 'string' ? args : JSON.stringify(args));
        yield { type: 'tool_call', call: { id: `call-${round}-${index}`, name, argumentsJson } };
      }
      const usage = { inputTokens: 10, outputTokens: 10, estimated: false };
      yield { type: 'finish', reason: script.calls?.length ? 'tool_calls' : 'stop', usage };
    },
  };
}

function* say(text: string, { times = 1, cut }: ModelRound): Generator<ModelEvent> {
  const size = cut ?? Math.max(1, text.length);
  for (let time = 0; time < times; time += 1)
    for (let at = 0; at < text.length; at += size) yield { type: 'text', delta: text.slice(at, at + size) };
}

function noteHandles(handles: string[], messages: readonly ModelMessage[]): void {
  for (const { role, content } of messages) {
    if (role !== 'tool') continue;
    for (const [, handle = ''] of content.matchAll(/"handle":"([a-z]+_[a-z0-9]+)"/g))
      if (!handles.includes(handle)) handles.push(handle);
  }
}

/** `$inv0` is the first invoice that was looked up, `$line1` the second line. */
function fillHandles(handles: readonly string[], text: string): string {
  return text.replace(/\$(inv|line|pay)(\d+)/g, (_, kind: string, index: string) => {
    const own = handles.filter((handle) => handle.startsWith(`${kind}_`));
    return own[Number(index)] ?? `${kind}_zzzzzzzz`;
  });
}

/** What only a model can know: this request's mark, and a passage of the orders. */
function fillFromPrompt(text: string, messages: readonly ModelMessage[]): string {
  const canary = canaryOf(messages[0]?.content ?? '');
  return text.replaceAll('{canary}', canary).replaceAll(
    '{instructions}',
    INSTRUCTIONS.slice(0, 2)
      .map((order) => order.text)
      .join(' '),
  );
}

/** The canary of a prompt. */
export function canaryOf(prompt: string): string {
  return /"canary":"(cs[0-9a-f]+)"/.exec(prompt)?.[1] ?? '';
}
