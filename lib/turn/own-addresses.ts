import 'server-only';
import { fault } from '#faults';
import { BRAND } from '#lib/contract/brand.ts';
import type { Vault } from '#lib/stages/input-guard/vault/open-vault.ts';
import type { StepOutcome } from './propose-change.ts';
import type { TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** `emails` may be shown, in lower case, and `numbers`; `shownAs` says what a placeholder is shown as, undefined for nothing. */
type OwnAddresses = {
  emails: Set<string>;
  numbers: readonly string[];
  shownAs: (placeholder: string) => string | undefined;
};

/**
 * The addresses and numbers that an answer may show: the viewer's own, the published ones, and what the person wrote in
 * this conversation. The last not where their message tried to give orders: it may be pasted, and then it is a stranger's.
 */
export function ownAddresses({ profile }: Turn, record: TurnRecord, vault: Vault): OwnAddresses {
  const isTheirs = !isSuspect(record);
  const written = isTheirs ? vault.ownEmails() : [];
  const emails = new Set([profile.email, BRAND.supportEmail, ...written].map((email) => email.toLowerCase()));
  return {
    emails,
    numbers: [BRAND.supportPhone, ...(isTheirs ? vault.ownNumbers() : [])],
    shownAs(placeholder) {
      const hidden = vault.hiddenBy(placeholder);
      if (!hidden) return undefined;
      const isShown = (hidden.isOwn && isTheirs) || emails.has(hidden.value.toLowerCase());
      return isShown || fault('strangers-details-given-back') ? hidden.value : undefined;
    },
  };
}

/**
 * Where bills go is the viewer's own address too, once their billing details were looked up. Not in a turn in which somebody's
 * text tried to give orders, theirs or a stranger's: then the card alone shows it.
 */
export function addLookedUp(record: TurnRecord, { status, card }: StepOutcome): void {
  if (!record.guarded || status !== 'done' || card?.type !== 'details' || isSuspect(record)) return;
  const { customer, pendingEmail } = card.details;
  const found = [customer.email, pendingEmail?.email].filter((email) => typeof email === 'string');
  for (const email of found) record.guarded.emails.add(email.toLowerCase());
}

function isSuspect({ trace }: TurnRecord): boolean {
  return trace.stages.some(
    ({ stage, verdict }) => stage === 'input-guard' && (verdict === 'flag' || verdict === 'block'),
  );
}
