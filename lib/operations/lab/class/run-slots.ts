import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { RUN_WAIT_MS, RUNS_AT_ONCE, RUNS_AT_ONCE_PLAYER } from './policy.ts';

type Waiting = { playerId: string; enter: () => void };

/** Who computes and who waits, in this process alone: what it protects are its own two cores. */
const inside: string[] = [];
const line: Waiting[] = [];

/**
 * A place among the runs that are computed side by side. Who has two of their own in there, or waiting, is asked to wait for them.
 * @returns how to give the place back, once or more often
 * @throws {AppError} `in_progress` where two of this player's are under way; `busy` where no place came free in time
 */
export async function takeSlot(playerId: string, signal: AbortSignal): Promise<() => void> {
  const own = [...inside, ...line.map((waiting) => waiting.playerId)].filter((id) => id === playerId).length;
  if (own >= RUNS_AT_ONCE_PLAYER) throw new AppError('in_progress');
  if (inside.length < RUNS_AT_ONCE) inside.push(playerId);
  else await standInLine(playerId, signal);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    leave(playerId);
  };
}

/** Who has the whole pack run at this moment. */
const reverse = new Set<symbol>();

/**
 * The one place for whoever has the whole pack run: it is the work of a hundred runs.
 * @returns how to give the place back
 * @throws {AppError} `busy` where somebody else has it
 */
export function takeReverse(): () => void {
  if (reverse.size > 0) throw new AppError('busy', { retryAfterS: 20 });
  const own = Symbol('reverse');
  reverse.add(own);
  return () => void reverse.delete(own);
}

function leave(playerId: string): void {
  inside.splice(inside.indexOf(playerId), 1);
  const next = line.shift();
  if (!next) return;
  inside.push(next.playerId);
  next.enter();
}

function standInLine(playerId: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting: Waiting = {
      playerId,
      enter: () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        resolve();
      },
    };
    const giveUp = () => {
      const place = line.indexOf(waiting);
      if (place >= 0) line.splice(place, 1);
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      reject(new AppError('busy', { retryAfterS: 5 }));
    };
    const timer = setTimeout(giveUp, RUN_WAIT_MS);
    signal.addEventListener('abort', giveUp, { once: true });
    line.push(waiting);
  });
}
