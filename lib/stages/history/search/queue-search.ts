import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { SEARCHES_AT_ONCE } from '../policy.ts';

type Limits = { person: number; process: number; waiting: number };
type Waiting = { personId: string; begin: () => void };
type Queue = <T>(personId: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Runs searches, so many of one person and so many of all at once; the others wait in order, holding nothing, and one person's do not
 * stand in another's way. Throws `rate_limited` where too many of a person wait already, `busy` where they stopped waiting, and what
 * the work throws.
 */
export function makeQueue(limits: Limits): Queue {
  const running: string[] = [];
  const waiting: Waiting[] = [];
  const countOf = (personId: string) => running.filter((one) => one === personId).length;
  const mayRun = (personId: string) => running.length < limits.process && countOf(personId) < limits.person;

  const beginNext = () => {
    const at = waiting.findIndex(({ personId }) => mayRun(personId));
    const next = waiting[at];
    if (!next) return;
    waiting.splice(at, 1);
    running.push(next.personId);
    next.begin();
  };
  const takePlace = async (personId: string, signal?: AbortSignal): Promise<void> => {
    if (mayRun(personId)) return void running.push(personId);
    if (waiting.filter((one) => one.personId === personId).length >= limits.waiting)
      throw new AppError('rate_limited', { retryAfterS: 1 });
    await new Promise<void>((resolve, reject) => {
      const place = { personId, begin: resolve };
      const leave = () => {
        const at = waiting.indexOf(place);
        if (at === -1) return;
        waiting.splice(at, 1);
        reject(new AppError('busy'));
      };
      waiting.push(place);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  return async (personId, work, signal) => {
    if (signal?.aborted) throw new AppError('busy');
    await takePlace(personId, signal);
    try {
      return await work();
    } finally {
      running.splice(running.indexOf(personId), 1);
      beginNext();
    }
  };
}

/** The searches of this process. */
export const queueSearch = makeQueue(SEARCHES_AT_ONCE);
