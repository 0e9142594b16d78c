import 'server-only';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { BREAKER_FAILURES, BREAKER_OPEN_MS } from '../policy.ts';

export type CircuitBreaker = {
  /** Whether a call may be made now. Whoever gets true tells how it went, by exactly one of the two below or by `left`. */
  mayCall(): boolean;
  answered(): void;
  /** Returns true where this was the call that opened it. */
  failed(): boolean;
  /** Nobody waited for the end: it says nothing about the provider. */
  left(): void;
};

/** Spares a provider that does not answer, and people the wait for it. Half open, one call at a time tries whether it is back. */
export function createCircuitBreaker(now: () => number = monotonicMs): CircuitBreaker {
  let failures = 0;
  let openedAtMs: number | null = null;
  let isTrying = false;
  return {
    mayCall() {
      if (openedAtMs === null) return true;
      if (isTrying || now() - openedAtMs < BREAKER_OPEN_MS) return false;
      isTrying = true;
      return true;
    },
    answered() {
      failures = 0;
      openedAtMs = null;
      isTrying = false;
    },
    failed() {
      failures += 1;
      const wasOpen = openedAtMs !== null;
      if (failures < BREAKER_FAILURES && !wasOpen) return false;
      openedAtMs = now();
      isTrying = false;
      return !wasOpen;
    },
    left() {
      isTrying = false;
    },
  };
}
