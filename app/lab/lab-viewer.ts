import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { AppError, toAppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { PLAYER_COOKIE } from '#lib/operations/lab/class/policy.ts';
import { type LabViewer, readPlayer, readTrainer } from '#lib/operations/lab/class/read-player.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';

/** The trainer's session, or null: no session, or somebody else's. */
async function trainerHere(): Promise<Viewer | null> {
  try {
    const { viewer } = await requireViewer();
    return viewer.role === 'trainer' ? viewer : null;
  } catch (error) {
    if (toAppError(error).code === 'no_session') return null;
    throw error;
  }
}

/**
 * Who is in the lab: the trainer who is signed in, or a player whose class is open. Nobody else has anything to do with it.
 * @throws {AppError} `no_session`
 */
export async function labViewer(): Promise<LabViewer> {
  const trainer = await trainerHere();
  if (trainer) return readTrainer(trainer.personId);
  const player = await readPlayer((await cookies()).get(PLAYER_COOKIE)?.value);
  if (!player) throw new AppError('no_session');
  return player;
}

/** For what only the trainer may do. Everybody else finds nothing there. Throws `not_found`. */
export async function requireTrainer(): Promise<LabViewer> {
  const trainer = await trainerHere();
  if (!trainer) throw new AppError('not_found');
  return readTrainer(trainer.personId);
}

/**
 * For pages: whoever is in the lab. Everyone else goes to sign-in and, from there, back to `path`; who comes through the gate of a
 * class, where nobody can sign in, goes to the page that asks for its code.
 */
export async function inLab(path: string): Promise<LabViewer> {
  try {
    return await labViewer();
  } catch (error) {
    if (toAppError(error).code !== 'no_session') throw error;
    const isInClass = (await headers()).has('x-lab-gate');
    return redirect(isInClass ? '/lab/join' : `/sign-in?next=${encodeURIComponent(path)}`);
  }
}
