import 'server-only';
import { fault } from '#faults';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { AppError, reduceError, toAppError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { mustFinish, shutdownSignal } from '#lib/kernel/shutdown.ts';
import { watchKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { TURN_DEADLINE_MS } from '#lib/stages/admission/policy.ts';
import type { Turn } from './types.ts';

/** One signal that goes into every await of the turn: the reader left, the deadline, the kill switch, a shutdown. Until `release` a shutdown waits. */
export function turnSignal(turn: Turn): { signal: AbortSignal; release: () => void } {
  const kill = watchKillSwitch({ tenantId: turn.viewer.homeTenantId, model: turn.model.name });
  const deadline = AbortSignal.timeout(TURN_DEADLINE_MS);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  void mustFinish(ended);
  const release = () => {
    kill.release();
    resolve();
  };
  const stops = fault('kill-switch-ignored-in-flight') ? [] : [kill.signal];
  return { signal: AbortSignal.any([turn.left, deadline, ...stops, shutdownSignal]), release };
}

/** Why a turn broke off, as a code of the error table; null when its reader left or stopped it. */
export function whyBroken(error: unknown, turn: Turn): ErrorCode | null {
  if (turn.left.aborted) return null;
  if (shutdownSignal.aborted) return 'busy';
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'model_unavailable';
  const { code } = toAppError(error);
  if (!(error instanceof AppError)) {
    const { name, code: errorCode } = reduceError(error);
    log.error('turn.failed', { turnId: turn.turnId, code, errorName: name, errorCode });
  }
  return code;
}
