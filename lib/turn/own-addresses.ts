import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import type { StepOutcome } from './propose-change.ts';
import type { TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** The addresses that any answer may show: the viewer's own and the published one. */
export function ownAddresses({ profile }: Turn): Set<string> {
  return new Set([profile.email, BRAND.supportEmail].map((email) => email.toLowerCase()));
}

/**
 * Where bills go is the viewer's own address too, once their billing details were looked up. Not in a turn in which somebody's
 * text tried to give orders, theirs or a stranger's: then the card alone shows it.
 */
export function addLookedUp({ guarded, trace }: TurnRecord, { status, card }: StepOutcome): void {
  if (!guarded || status !== 'done' || card?.type !== 'details') return;
  const isSuspect = trace.stages.some(
    ({ stage, verdict }) => stage === 'input-guard' && (verdict === 'flag' || verdict === 'block'),
  );
  if (isSuspect) return;
  const { customer, pendingEmail } = card.details;
  const found = [customer.email, pendingEmail?.email].filter((email) => typeof email === 'string');
  for (const email of found) guarded.emails.add(email.toLowerCase());
}
