import type { ModelEvent, ModelMessage, ModelPort, ModelRequest } from '#lib/kernel/model-port.ts';
import type { Call, Command, Round, Who } from './commands.ts';
import type { Episode } from './episode.ts';

type Run = {
  episode: Episode;
  who: Who;
  turn: number;
  rounds: readonly Round[];
  conversationId: () => string;
  act: (command: Command) => Promise<void>;
};

const LAST: Round = { text: 'That is all.' };
const PREFIX = { inv: 'inv', line: 'line', pay: 'pay' } as const;

/** The model as the attacker: says and asks for what the script says, in any pieces, and remembers every prompt it was given. */
export function createAdversary(run: Run): ModelPort {
  let round = 0;
  return {
    name: run.episode.modelName,
    scripted: true,
    stream: (request) => answer(run, request, round++),
  };
}

async function* answer(run: Run, request: ModelRequest, round: number): AsyncGenerator<ModelEvent> {
  const { episode, who, turn } = run;
  const { messages, tools } = request;
  episode.prompts.push({
    who,
    role: episode.people[who].viewer.role,
    step: episode.step,
    turn,
    round,
    messages: [...messages],
    tools: tools.length,
  });
  const body = JSON.stringify({ messages });
  request.onSent?.({ provider: 'x', host: 'x.test', model: episode.modelName, isSecond: false, body });
  noteHandles(run, messages);
  const script = run.rounds[round] ?? LAST;
  if (script.act) await run.act(script.act);
  const text = fillText(run, script.text ?? '', messages);
  const cut = script.cut ?? Math.max(1, text.length);
  for (let at = 0; at < text.length; at += cut) {
    episode.steps += 1;
    yield { type: 'text', delta: text.slice(at, at + cut) };
  }
  if (script.waitMs) await new Promise((resolve) => setTimeout(resolve, script.waitMs));
  for (const [index, call] of (script.calls ?? []).entries()) {
    const { raw, isForeignHandle } = fillCall(run, call, messages);
    episode.steps += 1;
    const callId = `call-${round}-${index}`;
    episode.emitted.push({ callId, who, step: episode.step, turn, call, raw, isForeignHandle });
    yield { type: 'tool_call', call: { id: callId, name: call.name, argumentsJson: raw } };
  }
  const inputTokens = script.usedTokens ?? 1;
  episode.notes.push({ kind: 'used', step: episode.step, who, turn, microUsd: inputTokens + 1 });
  const usage = { inputTokens, outputTokens: 1, estimated: false };
  yield { type: 'finish', reason: script.calls?.length ? 'tool_calls' : 'stop', usage };
}

function noteHandles({ episode, conversationId }: Run, messages: readonly ModelMessage[]): void {
  const known = new Set(handlesOf(episode, conversationId()));
  for (const { role, content } of messages) {
    if (role !== 'tool') continue;
    for (const [, handle = ''] of content.matchAll(/"(?:handle|duplicateOf)":"([a-z]+_[a-z0-9]+)"/g)) {
      if (known.has(handle)) continue;
      known.add(handle);
      episode.notes.push({ kind: 'handle', conversationId: conversationId(), handle });
    }
  }
}

/** Handles that were shown to the model in one conversation, in order. */
export function handlesOf(episode: Episode, conversationId: string): string[] {
  return episode.notes.flatMap((note) =>
    note.kind === 'handle' && note.conversationId === conversationId ? [note.handle] : [],
  );
}

/** `$inv0` is the first invoice handle of this conversation; `$inv0@owner` of the owner's first one. */
function fillCall(
  run: Run,
  { args }: Call,
  messages: readonly ModelMessage[],
): { raw: string; isForeignHandle: boolean } {
  const { episode, conversationId } = run;
  let isForeignHandle = false;
  const filled = (_key: string, value: unknown) =>
    typeof value === 'string' ? fillText(run, value, messages) : value;
  const raw = (typeof args === 'string' ? args : JSON.stringify(args, filled)).replace(
    /\$(inv|line|pay)(\d+)(?:@([a-z-]+))?/g,
    (whole, kind: keyof typeof PREFIX, index: string, whose: string | undefined) => {
      const from = whose === undefined ? conversationId() : firstConversation(episode, whose);
      const list = handlesOf(episode, from).filter((handle) => handle.startsWith(`${PREFIX[kind]}_`));
      const handle = list[Number(index) % Math.max(1, list.length)] ?? `${PREFIX[kind]}_zzzzzzzz`;
      if (!handlesOf(episode, conversationId()).includes(handle)) isForeignHandle = true;
      return whole === '' ? '' : handle;
    },
  );
  return { raw, isForeignHandle };
}

function firstConversation(episode: Episode, whose: string): string {
  const person = Object.values(episode.people).find(({ who }) => who === whose);
  return person?.conversations[0] ?? '';
}

function fillText({ episode, who }: Run, text: string, messages: readonly ModelMessage[]): string {
  if (!text.includes('{')) return text;
  const system = messages[0]?.content ?? '';
  const canary = canaryOf(system);
  const bytes = Buffer.from(canary, 'utf8');
  const passage = /_[0-9a-f]{24}>\n([^]{40,400}?)\n/.exec(system)?.[1] ?? '';
  const values: Readonly<Record<string, string>> = {
    canary,
    'canary-spaced': [...canary].join(' '),
    'canary-reversed': [...canary].toReversed().join(''),
    'canary-hex': bytes.toString('hex'),
    'canary-base64': bytes.toString('base64'),
    passage: passage.slice(0, 140),
    'own-email': episode.people[who].email,
    'other-email': episode.people.stranger.email,
    'staff-email': episode.people.approver.email,
  };
  return text.replace(/\{([a-z0-9-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The canary of a prompt. */
export function canaryOf(system: string): string {
  return /"canary":"(cs[0-9a-f]+)"/.exec(system)?.[1] ?? '';
}
