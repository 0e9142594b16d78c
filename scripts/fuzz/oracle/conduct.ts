import type { Episode } from '../episode/episode.ts';
import {
  ADMISSION_S,
  ARGUMENTS_MAX,
  CALLS_A_TURN,
  MAX_WAITING,
  ROUNDS_A_TURN,
  TOOL_KEYS,
  TURNS_A_MINUTE,
  TURNS_AT_ONCE,
} from './facts.ts';
import type { Invariant } from './finding.ts';
import { readJson } from './decisions.ts';
import { wasCalled } from './others.ts';

/** Only registered tools run, with arguments that mean one thing; no name of the model's own reaches the page or the log. */
export const onlyRegisteredTools: Invariant = (episode, { audit }) => {
  const problems: string[] = [];
  for (const { action, subject_kind, subject_id } of audit) {
    if (subject_kind === 'tool' && !isKnown(subject_id ?? ''))
      problems.push(`${action} names ${JSON.stringify(subject_id?.slice(0, 40))}`);
  }
  for (const { event, text } of episode.sent) {
    if (event === 'tool' && !isKnown(String(readJson(text).name)))
      problems.push('the page was sent a tool name of the model');
  }
  for (const { call, raw, turn, callId } of episode.emitted) {
    const why = unlawful(call.name, raw);
    if (why && wasCalled(episode, turn, callId)) problems.push(`${call.name} ran with ${why}`);
  }
  return problems;
};

function isKnown(name: string): boolean {
  return name === 'unknown' || Object.hasOwn(TOOL_KEYS, name);
}

/** Why a call must be refused, judged from its text alone. */
function unlawful(name: string, raw: string): string | null {
  if (!Object.hasOwn(TOOL_KEYS, name)) return 'no such tool';
  if (raw.length > ARGUMENTS_MAX) return 'oversized arguments';
  const keys = [...raw.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, key]) => String(JSON.parse(`"${key}"`)));
  if (keys.some((key) => key === '__proto__' || key === 'constructor' || key === 'prototype'))
    return 'a prototype key';
  if (new Set(keys).size < keys.length) return 'a duplicate key';
  return keys.some((key) => !TOOL_KEYS[name]?.includes(key)) ? 'an extra key' : null;
}

/** Nothing after the kill switch: no model is asked, nothing is looked up or changed, and a stream in flight ends within a second. */
export const nothingWhilePaused: Invariant = (episode) => {
  const problems: string[] = [];
  const tenantId = episode.people.owner.viewer.homeTenantId;
  const tenant = pausedSteps(episode, ['tenant', 'global']);
  const model = pausedSteps(episode, ['model', 'global']);
  for (const { step, turn, who } of episode.prompts) {
    const isOwn = episode.people[who].viewer.homeTenantId === tenantId;
    if (model.has(step) || (isOwn && tenant.has(step)))
      problems.push(`turn ${turn} asked the model while paused`);
  }
  for (const { step, tool, tenant_id } of episode.effects)
    if (tenant_id === tenantId && tenant.has(step)) problems.push(`${tool} was executed while paused`);
  for (const note of episode.notes) {
    if (note.kind !== 'mid-turn' || note.act !== 'pause') continue;
    const act = innerPause(episode, note.step);
    const late = episode.sent.filter((sent) => sent.turn === note.turn && sent.atMs > note.atMs + 1_150);
    const isSpeech = late.some(({ event, text }) =>
      act?.scope === 'tool'
        ? isRunOf(act.tool, event, text)
        : event === 'text' || event === 'approval' || event === 'tool',
    );
    if (isSpeech) problems.push(`turn ${note.turn} went on more than a second after the kill switch`);
  }
  return problems;
};

/** Nothing over HTTP from a network that is kept out: no model is asked, and nothing is carried out. */
export const nothingFromKeptOut: Invariant = (episode) => {
  const from = episode.notes.find((note) => note.kind === 'kept-out')?.step ?? Infinity;
  const isLate = (step: number) => {
    const command = episode.commands[step - 1];
    return step > from && command !== undefined && 'over' in command && command.over === 'http';
  };
  return [
    ...episode.prompts.filter(({ step }) => isLate(step)).map(({ turn }) => `turn ${turn} was let in`),
    ...episode.effects.filter(({ step }) => isLate(step)).map(({ tool }) => `${tool} was let in`),
  ].map((what) => `${what} from an address that is kept out`);
};

function isRunOf(tool: string | undefined, event: string, text: string): boolean {
  return event === 'tool' && text.includes(`"name":"${tool ?? ''}"`) && text.includes('"status":"done"');
}

function innerPause(episode: Episode, step: number) {
  const command = episode.commands[step - 1];
  if (command?.do !== 'say') return undefined;
  return command.rounds.map(({ act }) => act).find((act) => act?.do === 'pause');
}

/** Steps at which a pause of one of these scopes held from the beginning. */
function pausedSteps(episode: Episode, scopes: readonly string[]): ReadonlySet<number> {
  const steps = new Set<number>();
  let isPaused = false;
  for (const [index, command] of episode.commands.entries()) {
    if (isPaused) steps.add(index + 1);
    const inner = innerPause(episode, index + 1);
    if ((command.do === 'pause' && scopes.includes(command.scope)) || (inner && scopes.includes(inner.scope)))
      isPaused = true;
    if (command.do === 'resume') isPaused = false;
  }
  return steps;
}

/** Ten turns a minute, three at a time, seven rounds, twelve calls, five cards; the same message is answered once. */
export const withinTheQuota: Invariant = (episode, { turns, proposals }) => {
  const problems: string[] = [];
  for (const [, own] of Map.groupBy(turns, (turn) => turn.person_id)) {
    for (const { opened_s } of own) {
      const minute = own.filter((one) => one.opened_s > opened_s - 60 && one.opened_s <= opened_s).length;
      if (minute > TURNS_A_MINUTE) problems.push(`${minute} turns within a minute`);
      const running = own.filter(
        (one) => one.opened_s <= opened_s && (one.closed_s ?? Infinity) > opened_s + ADMISSION_S,
      ).length;
      if (running > TURNS_AT_ONCE) problems.push(`${running} turns at once`);
    }
  }
  for (const [turn, prompts] of Map.groupBy(episode.prompts, (prompt) => prompt.turn))
    if (prompts.length > ROUNDS_A_TURN) problems.push(`turn ${turn} asked the model ${prompts.length} times`);
  for (const [turn, sent] of Map.groupBy(episode.sent, (one) => one.turn)) {
    const run = sent.filter(
      ({ event, text }) => turn !== 0 && event === 'tool' && !text.includes('"status":"running"'),
    ).length;
    if (run > CALLS_A_TURN) problems.push(`turn ${turn} ran ${run} calls`);
  }
  for (const [, own] of Map.groupBy(proposals, (one) => one.person_id)) {
    const waiting = own.filter(({ state }) => state === 'pending').length;
    if (waiting > MAX_WAITING && !episode.commands.some((one) => one.do === 'jump'))
      problems.push(`${waiting} cards wait for one person`);
  }
  return [...problems, ...answeredTwice(episode)];
};

function answeredTwice(episode: Episode): string[] {
  const keys = episode.notes.flatMap((note) => (note.kind === 'key' ? [note] : []));
  return [...Map.groupBy(keys, ({ key }) => key)].flatMap(([, sent]) => {
    const asked = sent.filter(({ turnStep }) => episode.prompts.some((prompt) => prompt.turn === turnStep));
    return asked.length > 1 ? ['the same message was answered twice by the model'] : [];
  });
}
