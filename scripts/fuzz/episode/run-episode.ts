import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { listening } from '../world/watch-database.ts';
import type { World } from '../world/start-world.ts';
import { act } from './act.ts';
import { beginEpisode } from './begin-episode.ts';
import { type Command, isRestarting, type Who } from './commands.ts';
import { cardAt, decideCard, openCard } from './decide-card.ts';
import type { Episode } from './episode.ts';
import { refusedWith } from './refused-with.ts';
import { closeStretch, observe } from './snapshot.ts';
import { takeTurn } from './take-turn.ts';

/** Runs a script against the real code and keeps everything the oracle needs. */
export async function runEpisode(world: World, name: string, commands: readonly Command[]): Promise<Episode> {
  const { gate } = world;
  const episode = await gate.beside(() => beginEpisode(world, name, commands));
  await listening.run(episode.spoken, async () => {
    for (const [index, command] of commands.entries()) {
      episode.step = index + 1;
      const step = async () => {
        await run(episode, command);
        await observe(episode);
      };
      await (isRestarting(command) ? gate.alone(step) : gate.beside(step));
    }
  });
  await gate.beside(async () => {
    await closeStretch(episode);
    if (episode.paused.size > 0) await act(episode, { do: 'resume' });
  });
  return episode;
}

async function run(episode: Episode, command: Command): Promise<void> {
  switch (command.do) {
    case 'say':
      return takeTurn(episode, command, (inner) => midTurn(episode, command.who, inner));
    case 'open': {
      await openCard(episode, command.who, cardAt(episode, command.card) ?? newId(), command.over);
      return;
    }
    case 'decide':
      return decideCard(episode, command);
    case 'read':
      return read(episode, command.who, command.of ?? command.who);
    case 'delete':
      return remove(episode, command.who, command.of ?? command.who);
    case 'together':
      await Promise.all(command.commands.map((one) => run(episode, one)));
      return;
    default:
      return act(episode, command);
  }
}

async function midTurn(episode: Episode, who: Who, command: Command): Promise<void> {
  const { turns: turn, step } = episode;
  await run(episode, command);
  if (command.do !== 'revoke' && command.do !== 'pause' && command.do !== 'sign-out' && command.do !== 'role')
    return;
  const [row] = await episode.world.admin<{ called: number }>(
    `SELECT count(*)::int AS called FROM cs.audit_entry WHERE person_id = $1 AND action = 'tool.called'`,
    [episode.people[who].viewer.personId],
  );
  const kind = command.do === 'pause' ? 'pause' : 'revoke';
  const atMs = performance.now();
  episode.notes.push({ kind: 'mid-turn', act: kind, who, turn, step, atMs, calledBefore: row?.called ?? 0 });
}

async function read(episode: Episode, who: Who, of: Who): Promise<void> {
  const { viewer } = episode.people[who];
  const id = episode.people[of].conversations.at(-1) ?? newId();
  const { step } = episode;
  episode.steps += 1;
  try {
    const { messages } = await withViewer(viewer, (tx) => readConversation(viewer, tx, { id }));
    episode.notes.push({
      kind: 'read',
      who,
      conversationId: id,
      step,
      messages: messages.map((one) => ({ id: one.id, text: one.text })),
    });
    episode.sent.push({
      who,
      role: viewer.role,
      step,
      turn: 0,
      event: 'conversation',
      text: JSON.stringify(messages),
      atMs: performance.now(),
    });
  } catch (error) {
    // A value that does not open in its place says so and nothing else.
    if (error instanceof Error && error.name === 'CipherError') return;
    episode.notes.push({ kind: 'refused', who, step, code: refusedWith(episode, error), verb: 'read' });
  }
}

async function remove(episode: Episode, who: Who, of: Who): Promise<void> {
  const id = episode.people[of].conversations.at(-1) ?? newId();
  episode.steps += 1;
  try {
    await deleteConversation(episode.people[who].viewer, { id });
  } catch (error) {
    const code = refusedWith(episode, error);
    episode.notes.push({ kind: 'refused', who, step: episode.step, code, verb: 'delete' });
  }
}
