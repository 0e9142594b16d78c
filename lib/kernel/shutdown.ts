import 'server-only';

type Ending = { controller: AbortController; unfinished: Set<Promise<unknown>> };
// On globalThis because the bundler gives instrumentation and routes each a copy of this module.
const holder = globalThis as typeof globalThis & { countersignEnding?: Ending };
const { controller, unfinished } = (holder.countersignEnding ??= {
  controller: new AbortController(),
  unfinished: new Set(),
});
/** Aborts when the process is asked to stop. Turns in flight end, are stored as shown and settled. */
export const shutdownSignal = controller.signal;

const DRAIN_MS = 10_000;

/** Remembers work that must finish even when nobody waits for it. Returns the same promise. */
export function mustFinish<T>(work: Promise<T>): Promise<T> {
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  unfinished.add(settled);
  void settled.then(() => unfinished.delete(settled));
  return work;
}

/** Asks everything to end and waits for what must finish, at most ten seconds. */
export async function drain(): Promise<void> {
  controller.abort();
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, DRAIN_MS);
  // Turns that see the signal add their own closing; give them one tick to do so.
  await new Promise((next) => setImmediate(next));
  await Promise.race([Promise.all([...unfinished]), late]);
  clearTimeout(timer);
}
