import 'server-only';
import { z } from 'zod';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { FLAG_POLL_MS, FLAG_STALE_MS } from './policy.ts';

/**
 * Each process keeps a snapshot of the flags, read every 400 ms. Older than a second, or never read, means paused:
 * if the flags can't be read, the answer is no.
 */
type Snapshot = { readAtMs: number; paused: ReadonlySet<string> };
export type FlagSubject = { tenantId: string; model: string };

const rowSchema = z.array(z.object({ scope: z.string(), subject: z.string() }));
const watched = new Map<AbortController, FlagSubject>();
let snapshot: Snapshot | null = null;
let timer: NodeJS.Timeout | null = null;

/** True when nothing may run for this subject: a flag says so, or the flags are unknown. */
export function isPaused(subject: FlagSubject, tool?: string): boolean {
  if (!snapshot || monotonicMs() - snapshot.readAtMs > FLAG_STALE_MS) return true;
  const { paused } = snapshot;
  return (
    paused.has('global:*') ||
    paused.has(`tenant:${subject.tenantId}`) ||
    paused.has(`model:${subject.model}`) ||
    (tool !== undefined && paused.has(`tool:${tool}`))
  );
}

/** A signal that aborts with `AppError('paused')` as soon as the kill switch holds for this subject. */
export function watchKillSwitch(subject: FlagSubject): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  watched.set(controller, subject);
  return { signal: controller.signal, release: () => watched.delete(controller) };
}

/** Starts polling; the first call waits for the first reading. Safe to call again. */
export async function startKillSwitch(): Promise<void> {
  if (timer) return;
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

async function poll(): Promise<void> {
  if (!polling) {
    polling = true;
    await refresh().finally(() => (polling = false));
  }
  for (const [controller, subject] of watched) {
    if (isPaused(subject)) controller.abort(new AppError('paused'));
  }
}

async function refresh(): Promise<void> {
  try {
    const rows = rowSchema.parse(
      await database('app').$queryRaw`SELECT scope, subject FROM cs.flag WHERE paused`,
    );
    snapshot = { readAtMs: monotonicMs(), paused: new Set(rows.map(keyOf)) };
  } catch {
    // Unreadable flags are not a new snapshot: the old one goes stale within a second and then means paused.
  }
}

/** A global flag pauses everything whatever its subject says, as in `cs.paused_for`. */
function keyOf({ scope, subject }: z.infer<typeof rowSchema>[number]): string {
  return scope === 'global' ? 'global:*' : `${scope}:${subject}`;
}
