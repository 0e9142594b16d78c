import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#lib/kernel/ids.ts';
import { ADDRESS_RULES_STALE_MS } from '#lib/stages/admission/policy.ts';
import type { Episode } from './episode.ts';

/** Where everybody of an episode sits when they come over HTTP: a network of its own, so that no other episode is kept out with it. */
export function addressOf({ people }: Episode): string {
  const { tag } = people.owner;
  return `2001:db8:${tag.slice(0, 4)}:${tag.slice(4)}::1`;
}

/** Keeps the episode's network out, and waits until every process knows. */
export async function keepOut(episode: Episode): Promise<void> {
  await episode.world.admin(
    `INSERT INTO cs.address_rule (id, action, range) VALUES ($1, 'deny', network(set_masklen($2::inet, 64))) ON CONFLICT DO NOTHING`,
    [newId(), addressOf(episode)],
  );
  await sleep(ADDRESS_RULES_STALE_MS + 100);
  episode.notes.push({ kind: 'kept-out', step: episode.step });
}
