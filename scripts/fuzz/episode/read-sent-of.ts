import { withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { readSent } from '#lib/stages/history/sent/read-sent.ts';
import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';
import { refusedWith } from './refused-with.ts';

/** Somebody asks what was sent to the model in the newest turn of somebody, who may be another. */
export async function readSentOf(episode: Episode, who: Who, of: Who): Promise<void> {
  const { viewer } = episode.people[who];
  const said = episode.notes.findLast((note) => note.kind === 'said' && note.who === of);
  const turnId = said?.kind === 'said' ? said.turnId : newId();
  try {
    const { calls, conversationId } = await withViewer(viewer, (tx) => readSent(viewer, tx, turnId));
    episode.sent.push({
      who,
      role: viewer.role,
      step: episode.step,
      turn: 0,
      event: `sent of ${conversationId}`,
      text: JSON.stringify(calls),
      atMs: performance.now(),
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'CipherError') return;
    const code = refusedWith(episode, error);
    episode.notes.push({ kind: 'refused', who, step: episode.step, code, verb: 'read' });
  }
}
