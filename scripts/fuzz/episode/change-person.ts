import type { Role } from '#lib/contract/roles.ts';
import type { Who } from './commands.ts';
import type { Episode } from './episode.ts';

/** Gives somebody another role; whoever reads theirs from now on gets it. */
export async function changeRole(episode: Episode, who: Who, role: Role): Promise<void> {
  episode.people[who].role = role;
  await episode.world.admin('UPDATE cs.person SET role = $1 WHERE id = $2', [
    role,
    episode.people[who].viewer.personId,
  ]);
}

/** Ends every session of somebody. */
export async function revoke(episode: Episode, who: Who): Promise<void> {
  episode.people[who].isSignedIn = false;
  await episode.world.admin('UPDATE cs.person SET session_version = session_version + 1 WHERE id = $1', [
    episode.people[who].viewer.personId,
  ]);
}
