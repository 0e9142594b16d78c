import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { THRESHOLDS } from '#lib/contract/usage.ts';
import type { Standing } from '#lib/stages/admission/turn-answer.ts';
import type { Turn } from './types.ts';

/**
 * Says, once at the beginning of a turn, that half or more of a budget is used: the one that is nearest to its end. What a whole customer
 * spends is shown to whoever owns it, and to nobody else.
 */
export function* noteQuota({ quota, viewer, reservedTokens }: Turn): Generator<TurnEvent> {
  const [first] = THRESHOLDS;
  const shown = quota.filter(({ scope }) => scope === 'person' || viewer.role === 'owner');
  const nearest = shown.toSorted((a, b) => shareOf(b) - shareOf(a))[0];
  if (!nearest || shareOf(nearest) < first / 100) return;
  yield { event: 'quota', data: { ...nearest, unit: reservedTokens > 0 ? 'tokens' : 'micro_usd' } };
}

function shareOf({ used, limit }: Standing): number {
  return limit > 0 ? used / limit : Infinity;
}
