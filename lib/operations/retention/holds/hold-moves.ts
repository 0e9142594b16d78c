import 'server-only';
import type { HoldMove, HoldState } from '#lib/contract/retention.ts';
import type { AuditAction } from '#lib/stages/audit/policy.ts';

/** Every step of a hold: from which state, to which, who may not take it alone, and how the log calls it. `hold_moves` repeats it. */
export const HOLD_MOVES = {
  confirm: { from: 'proposed', to: 'active', notBy: 'setBy', action: 'hold.confirmed' },
  withdraw: { from: 'proposed', to: 'withdrawn', notBy: null, action: 'hold.withdrawn' },
  ask_release: { from: 'active', to: 'releasing', notBy: null, action: 'hold.release_asked' },
  keep: { from: 'releasing', to: 'active', notBy: null, action: 'hold.kept' },
  release: { from: 'releasing', to: 'released', notBy: 'releaseAskedBy', action: 'hold.released' },
} as const satisfies Record<
  HoldMove,
  { from: HoldState; to: HoldState; notBy: 'setBy' | 'releaseAskedBy' | null; action: AuditAction }
>;

type Facts = { state: HoldState; setBy: string; releaseAskedBy: string | null };

/** What this administrator may do with a hold as it stands. */
export function movesOf(hold: Facts, personId: string): HoldMove[] {
  const moves: readonly HoldMove[] = ['confirm', 'withdraw', 'ask_release', 'keep', 'release'];
  return moves.filter((move) => {
    const { from, notBy } = HOLD_MOVES[move];
    return hold.state === from && (notBy === null || hold[notBy] !== personId);
  });
}
