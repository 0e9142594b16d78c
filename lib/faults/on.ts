import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FaultId } from './table.ts';

/** Whether this process can plant faults at all. */
export const PLANTS_FAULTS: boolean = true;

/** What `#faults` is in lab builds and under `--conditions=faults`: faults are planted for one run of a function at a time. */
const planted = new AsyncLocalStorage<ReadonlySet<FaultId>>();

export function fault(id: FaultId): boolean {
  return planted.getStore()?.has(id) ?? false;
}

/** Runs `work` with these faults planted, and nothing else in the process. */
export function withFaults<T>(ids: readonly FaultId[], work: () => T): T {
  return planted.run(new Set(ids), work);
}
