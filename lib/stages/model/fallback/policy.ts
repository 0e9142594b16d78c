import 'server-only';
import type { ProviderNotice } from '../families/describe-provider.ts';

/** Who would be asked second, behind whom, under which settings. */
export type FallbackCase = {
  readonly first: ProviderNotice;
  readonly second: ProviderNotice;
  /** The operator says that the second may keep what the first is told not to. */
  readonly keepsMore: boolean;
  /** Which personal details are hidden from models. */
  readonly table: 'standard' | 'hipaa';
};

/** When privacy forbids a second provider: any that applies is a no. Read at the start, which is then refused, and again before it is used. */
export const FALLBACK_RULES = [
  {
    id: 'health-data',
    forbids: ({ second, table }: FallbackCase) => table === 'hipaa' && !second.isOwn,
    say: 'PERSONAL_DATA=hipaa allows no second processor that runs elsewhere',
  },
  {
    id: 'keeps-more',
    forbids: ({ first, second, keepsMore }: FallbackCase) =>
      !keepsMore && !second.isOwn && (first.isOwn || second.unsent.length > first.unsent.length),
    say: 'it may keep what the first provider does not: set FALLBACK_KEEPS_MORE=1 if that is agreed',
  },
] as const satisfies readonly {
  id: string;
  forbids: (one: FallbackCase) => boolean;
  say: string;
}[];

/**
 * After which failures of the first provider the second is asked: those that say that nobody carried the call out. What was lost on the
 * way or is late may have been: it is booked, and not asked for twice. Enough of those open the breaker, which is on the list.
 */
export const FALLBACK_CODES = /^(?:not_asked|no_key|unsent_\w+|status_(?:401|408|429|5\d\d))$/;
