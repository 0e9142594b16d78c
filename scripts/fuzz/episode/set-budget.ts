import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';

/** As if an administrator had given this person a budget of their own for a day. */
export async function setBudget(
  episode: Episode,
  { who, microUsd }: { who: Who; microUsd: number },
): Promise<void> {
  const { personId, homeTenantId } = episode.people[who].viewer;
  await episode.world.admin(
    `INSERT INTO cs.budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ('person', $1, $2, 'day', $3, $1)
      ON CONFLICT (scope, subject_id, period) DO UPDATE SET limit_micro_usd = excluded.limit_micro_usd`,
    [personId, homeTenantId, microUsd],
  );
  episode.notes.push({ kind: 'budget', step: episode.step, who, microUsd });
}
