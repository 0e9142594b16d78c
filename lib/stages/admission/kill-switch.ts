import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { FLAG_GIVE_UP_MS, FLAG_POLL_MS, FLAG_STALE_MS } from './policy.ts';

/**
 * Each process keeps a snapshot of the flags, read every 400 ms. Older than a second, or never read, means paused:
 * if the flags can't be read, the answer is no. Work in flight holds still then, so that nothing leaves that a flag may
 * forbid, and goes on with the next reading; after some seconds without one it is ended.
 */
type Snapshot = { readAtMs: number; paused: ReadonlySet<string> };
export type FlagSubject = { tenantId: string; model: string };

const rowSchema = z.array(z.object({ scope: z.string(), subject: z.string() }));
const watched = new Map<AbortController, FlagSubject>();
let snapshot: Snapshot | null = null;
let timer: NodeJS.Timeout | null = null;
/** When polling began: before a first reading, patience is counted from here. */
let startedAtMs = 0;

/** True when nothing may run for this subject: a flag says so, or the flags are unknown. */
export function isPaused(subject: FlagSubject, tool?: string): boolean {
  return ageMs() > FLAG_STALE_MS || isFlagged(lookedAt(subject), tool);
}

/**
 * Before work goes on: at once where the flags are known, else with the reading that makes them so. Throws the reason of
 * the signal when that aborts, which it does for a flag and after `FLAG_GIVE_UP_MS` without a reading.
 */
export async function whenFlagsKnown(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  while (ageMs() > FLAG_STALE_MS) {
    if (!timer) throw new AppError('paused');
    await endOf(signal, polled.promise);
    signal.throwIfAborted();
  }
}

/** A signal that aborts with `AppError('paused')` once a flag names this subject, or the flags stay unknown. */
export function watchKillSwitch(subject: FlagSubject): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  watched.set(controller, lookedAt(subject));
  return { signal: controller.signal, release: () => watched.delete(controller) };
}

/** What of a subject flags are compared with: all of it, but for planted faults. */
function lookedAt({ tenantId, model }: FlagSubject): FlagSubject {
  return {
    tenantId: fault('tenant-switch-ignored') ? '' : tenantId,
    model: fault('model-switch-ignored') ? '' : model,
  };
}

/** Starts polling; the first call waits for the first reading. Safe to call again. */
export async function startKillSwitch(): Promise<void> {
  if (timer) return;
  startedAtMs = monotonicMs();
  timer = setInterval(() => void poll(), FLAG_POLL_MS);
  timer.unref();
  await poll();
}

export function stopKillSwitch(): void {
  if (timer) clearInterval(timer);
  timer = null;
  snapshot = null;
}

let polling = false;
/** Settles with each poll, read or not. */
let polled = Promise.withResolvers<void>();

async function poll(): Promise<void> {
  if (!polling) {
    polling = true;
    await refresh().finally(() => (polling = false));
  }
  const isGivenUp = monotonicMs() - (snapshot?.readAtMs ?? startedAtMs) > FLAG_GIVE_UP_MS;
  for (const [controller, subject] of watched) {
    if (isGivenUp || isFlagged(subject)) controller.abort(new AppError('paused'));
  }
  polled.resolve();
  polled = Promise.withResolvers();
}

function ageMs(): number {
  return snapshot ? monotonicMs() - snapshot.readAtMs : Infinity;
}

function isFlagged(subject: FlagSubject, tool?: string): boolean {
  const paused = snapshot?.paused;
  if (!paused) return false;
  return (
    paused.has('global:*') ||
    paused.has(`tenant:${subject.tenantId}`) ||
    paused.has(`model:${subject.model}`) ||
    (tool !== undefined && paused.has(`tool:${tool}`))
  );
}

/** Whichever comes first: the promise, or the signal's abort. */
async function endOf(signal: AbortSignal, promise: Promise<void>): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const stop = () => resolve();
  signal.addEventListener('abort', stop, { once: true });
  await Promise.race([promise, aborted]);
  signal.removeEventListener('abort', stop);
}

async function refresh(): Promise<void> {
  // From before the question: what the answer says was true then, and may be no longer when it arrives.
  const askedAtMs = monotonicMs();
  try {
    const rows = rowSchema.parse(
      await database('app').$queryRaw`SELECT scope, subject FROM cs.flag WHERE paused`,
    );
    snapshot = { readAtMs: askedAtMs, paused: new Set(rows.map(keyOf)) };
  } catch {
    // Unreadable flags are not a new snapshot: the old one goes stale within a second and then means paused.
  }
}

/** A global flag pauses everything whatever its subject says, as in `cs.paused_for`. */
function keyOf({ scope, subject }: z.infer<typeof rowSchema>[number]): string {
  return scope === 'global' ? 'global:*' : `${scope}:${subject}`;
}
