import { createDecipheriv } from 'node:crypto';
import { env } from '#lib/kernel/env.ts';
import type { Episode } from '../episode/episode.ts';
import type { Invariant } from './finding.ts';
import { promptTexts } from './prompts.ts';
import { readJson } from './decisions.ts';

const OWN_KEYS = Object.getOwnPropertyNames(Object.prototype).toSorted().join();
const ARRAY_KEYS = Object.getOwnPropertyNames(Array.prototype).toSorted().join();

/** What is shared by everything in the process is as it was. */
export const nothingSharedChanged: Invariant = () =>
  Object.getOwnPropertyNames(Object.prototype).toSorted().join() === OWN_KEYS &&
  Object.getOwnPropertyNames(Array.prototype).toSorted().join() === ARRAY_KEYS
    ? []
    : ['a prototype that everything shares was changed'];

/** A sealed value that was moved, or written by something else, is read by nobody. */
export const sealedValuesStayInPlace: Invariant = (episode) => {
  const problems: string[] = [];
  const isPlain = (text: string) => text.includes('plainwritten');
  for (const { prompt, text } of promptTexts(episode))
    if (isPlain(text)) problems.push(`prompt ${prompt.turn}.${prompt.round} holds what nobody sealed`);
  for (const { event, text } of episode.sent)
    if (isPlain(text)) problems.push(`${event} shows what nobody sealed`);
  for (const note of episode.notes) if (note.kind === 'disturbed') problems.push(...readAfter(episode, note));
  return problems;
};

type Disturbed = Extract<Episode['notes'][number], { kind: 'disturbed' }>;

/** What was read of a conversation after two of its messages had changed places, or one was altered. */
function readAfter(episode: Episode, disturbed: Disturbed): string[] {
  const problems: string[] = [];
  const isOfIt = (note: { conversationId: string }) => note.conversationId === disturbed.conversationId;
  for (const note of episode.notes)
    if (note.kind === 'read' && isOfIt(note) && note.step > disturbed.step && note.messages.length > 0)
      problems.push('a conversation whose messages were swapped or altered could be read');
  const tokens = episode.notes.flatMap((note) =>
    note.kind === 'said' && disturbed.turnIds.includes(note.turnId) ? [note.token] : [],
  );
  for (const { step, messages } of episode.prompts) {
    const text = messages.map(({ content }) => content).join('\n');
    if (step > disturbed.step && tokens.some((token) => new RegExp(`${token}(?!\\d)`).test(text)))
      problems.push('a prompt holds a message that was swapped or altered');
  }
  return problems;
}

/** No key opens what another conversation, case or person has: erasing one would leave it readable by the rest. */
export const everyScopeHasItsOwnKey: Invariant = (_episode, { keys }) => {
  const bytes = keys.flatMap(({ kek_id: kekId, wrapped }) =>
    wrapped === null ? [] : [unwrapped(kekId, wrapped)],
  );
  return new Set(bytes).size === bytes.length ? [] : ['two scopes have the same data key'];
};

/** Counter mode, as GCM encrypts: what is wrapped, read without asking the code or the tag. */
function unwrapped(kekId: string, wrapped: string): string {
  const kek = env().KEK_KEYRING.find(({ id }) => id === kekId);
  const bytes = Buffer.from(wrapped, 'hex');
  const counter = Buffer.concat([bytes.subarray(0, 12), Buffer.of(0, 0, 0, 2)]);
  return createDecipheriv('aes-256-ctr', kek?.key ?? '', counter)
    .update(bytes.subarray(12, 44))
    .toString('hex');
}

/** A card comes from a stored proposal, one in a turn, and no word on its face is the model's. */
export const cardsAreTheServers: Invariant = (episode, { proposals }) => {
  const problems: string[] = [];
  for (const { card } of episode.shown) {
    const row = proposals.find(({ id }) => id === card.approvalId);
    if (!row) problems.push('a card of no proposal');
    else if (readJson(row.display).title !== card.title)
      problems.push('a card whose title is not the stored one');
    if (/modelword/.test(`${card.title}${JSON.stringify(card.lines)}`))
      problems.push("the model's words stand on a card");
  }
  for (const [, own] of Map.groupBy(proposals, ({ turn_id }) => turn_id))
    if (own.length > 1) problems.push(`${own.length} cards in one turn`);
  return problems;
};
