import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';

type Disturbance = 'swap-messages' | 'plain-message' | 'alter-commitment';
/** Where an envelope's commitment begins. */
const COMMITMENT_AT = 49;

/** As if rows had been mixed up, or written by something that does not encrypt. */
export async function disturbMessages(episode: Episode, who: Who, how: Disturbance) {
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
  else if (how === 'alter-commitment') {
    await episode.world.admin(
      'UPDATE cs.message SET body = set_byte(body, $2::int, get_byte(body, $2::int) # 1) WHERE id = $1',
      [first, COMMITMENT_AT],
    );
    const turnIds = rows.slice(0, 1).map((row) => row.turn_id);
    episode.notes.push({ kind: 'disturbed', conversationId, turnIds, step: episode.step });
  } else if (second) {
    await episode.world.admin(
      `UPDATE cs.message m SET body = o.body FROM cs.message o
        WHERE (m.id = $1 AND o.id = $2) OR (m.id = $2 AND o.id = $1)`,
      [first, second],
    );
    const turnIds = rows.map((row) => row.turn_id);
    episode.notes.push({ kind: 'disturbed', conversationId, turnIds, step: episode.step });
  }
}
