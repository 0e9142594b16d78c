import 'server-only';
import type { FaultId } from './table.ts';

/** Whether this process can plant faults at all. */
export const PLANTS_FAULTS: boolean = false;

/** What `#faults` is in every normal build: constantly false, so that the branch behind it disappears. */
export function fault(_id: FaultId): false {
  return false;
}

/** Nothing can be planted here: only the lab and the property test may, in processes that are started for it. */
export function withFaults<T>(_ids: readonly FaultId[], _work: () => T): T {
  throw new Error('This process plants no faults: it was not started with --conditions=faults.');
}

/** A request is answered as it is, whatever its headers say. */
export function withFaultsOf(_request: Request, work: () => Promise<Response>): Promise<Response> {
  return work();
}

/** No request is answered with faults here. */
export function plantForRequests(_ids: readonly FaultId[]): {
  header: string;
  token: string;
  end: () => void;
} {
  throw new Error('This process plants no faults: it was not started with --conditions=faults.');
}
