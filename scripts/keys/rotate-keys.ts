import { AppError } from '#lib/kernel/errors.ts';
import { noteRotation } from '#lib/operations/keys/note-rotation.ts';
import { retireKek } from '#lib/operations/keys/retire-kek.ts';
import { rewrapKeys } from '#lib/operations/keys/rewrap-keys.ts';
import { CommandError } from '#scripts/console/step.ts';
import { nextRing, type Plan, planRotation } from './plan-rotation.ts';
import type { RingPlace } from './ring-place.ts';

export type Rotated = {
  /** The key that wraps everything now. */
  active: string;
  /** Whether it was made by this run. */
  added: boolean;
  rewrapped: number;
  /** Wall time of re-wrapping alone. */
  rewrapMs: number;
  retired: string[];
  forgotten: readonly string[];
  /** Ids of data keys that open under no key: left as they are. */
  unreadable: string[];
};
type Progress = { total: (keys: number) => void; advance: (keys: number) => void };

/** How often what is left of a key is re-wrapped anew because somebody wrote by it meanwhile. */
const ROUNDS = 20;

/**
 * Puts a new key on the ring where it is kept, re-wraps every data key by it, and retires the old ones once they wrap nothing. May
 * end anywhere: the new key is on the disk before anything is wrapped by it, and an old one stays until nothing needs it.
 * @throws {CommandError} where it can't begin, or a key service can't be asked: what is done stays done
 */
export async function rotateKeys(
  place: RingPlace | { elsewhere: string },
  progress: Progress,
): Promise<Rotated> {
  const plan = await planRotation(place);
  if (plan.added && 'ring' in place) {
    place.write(nextRing(place.ring, plan));
    await noteRotation({ kek: plan.added.id });
  }
  progress.total(plan.old.reduce((sum, { keys }) => sum + keys, 0));
  const { active, added, forgotten } = plan;
  const done: Rotated = {
    active,
    added: added !== null,
    rewrapped: 0,
    rewrapMs: 0,
    retired: [],
    forgotten,
    unreadable: [],
  };
  for (const { kekId } of plan.old) await replaceKek(kekId, done, progress);
  return done;
}

async function replaceKek(kekId: string, done: Rotated, progress: Progress): Promise<void> {
  let rewrapped = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const result = await rewrapKeys({ kekId, onBatch: progress.advance }).catch(refuseBusy);
    done.rewrapMs += performance.now() - began;
    rewrapped += result.rewrapped;
    done.rewrapped += result.rewrapped;
    if (result.unreadable.length > 0) {
      done.unreadable.push(...result.unreadable);
      return;
    }
    if ((await retireKek(kekId, { rewrapped })) === 0) {
      done.retired.push(kekId);
      return;
    }
  }
  throw new CommandError(
    `${kekId} is still written by: is every process of the app told of ${done.active}?`,
    1,
  );
}

function refuseBusy(error: unknown): never {
  if (error instanceof AppError && error.code === 'busy')
    throw new CommandError('The key service did not answer. What is re-wrapped stays so: run this again.', 1);
  throw error;
}

/** What would be done, in one line each. */
export function describePlan({ active, added, old, forgotten }: Plan): string[] {
  return [
    added ? `${active} would be made and put on the ring` : `An earlier rotation to ${active} would go on`,
    ...old.map(
      ({ kekId, keys }) => `${keys} keys of ${kekId} would be wrapped by ${active}, and ${kekId} retired`,
    ),
    ...forgotten.map((kekId) => `${kekId} would leave the ring`),
  ];
}
