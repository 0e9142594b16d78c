import { newId } from '#lib/kernel/ids.ts';
import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';

/** As if two administrators had put this person on legal hold. What they have of conversations by now must stay readable. */
export async function holdPerson(episode: Episode, who: Who): Promise<void> {
  const { viewer, conversations } = episode.people[who];
  await episode.world.admin(
    `INSERT INTO cs.legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at)
      VALUES ($1, $2, $3, 'active', '', $1, $2, now())`,
    [newId(), viewer.homeTenantId, viewer.personId],
  );
  episode.notes.push({ kind: 'held', step: episode.step, conversationIds: [...conversations] });
}
