import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';

/** As if rows had been mixed up, or written by something that does not encrypt. */
export async function disturbMessages(episode: Episode, who: Who, how: 'swap-messages' | 'plain-message') {
  const conversationId = episode.people[who].conversations.at(-1);
  if (!conversationId) return;
  const rows = await episode.world.admin<{ id: string; turn_id: string }>(
    `SELECT id, turn_id FROM cs.message WHERE conversation_id = $1 AND role = 'user' ORDER BY sequence LIMIT 2`,
    [conversationId],
  );
  const [first, second] = rows.map(({ id }) => id);
  if (!first) return;
  if (how === 'plain-message')
    await episode.world.admin('UPDATE cs.message SET body = $2 WHERE id = $1', [
      first,
      Buffer.from(`plainwritten ${'x'.repeat(160)}`, 'utf8'),
    ]);
  else if (second) {
    await episode.world.admin(
      `UPDATE cs.message m SET body = o.body FROM cs.message o
        WHERE (m.id = $1 AND o.id = $2) OR (m.id = $2 AND o.id = $1)`,
      [first, second],
    );
    const turnIds = rows.map((row) => row.turn_id);
    episode.notes.push({ kind: 'swapped', conversationId, turnIds, step: episode.step });
  }
}
