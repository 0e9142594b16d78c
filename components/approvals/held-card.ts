import type { ApprovalCard, OfferedApproval } from '#lib/contract/approvals.ts';

/** A card as this page holds it: what is shown, and the nonce that may carry one decision about it. */
export type HeldCard = { card: ApprovalCard; nonce: string | null; readMs: number };

/** A card that came with the page or the answer; only an offered one brings a nonce. */
export type FirstCard = ApprovalCard | OfferedApproval;

/** A nonce lives ten minutes on the server; a minute earlier a new one is fetched instead. */
export const NONCE_MAX_MS = 9 * 60_000;

export function holdCard(first: FirstCard, nowMs: number): HeldCard {
  const { nonce, ...card } = { nonce: null, ...first };
  return { card, nonce, readMs: nowMs };
}

/** The nonce in hand, unless it was spent or is too old to be sent. */
export function usableNonce(held: HeldCard, nowMs: number): string | null {
  return nowMs - held.readMs < NONCE_MAX_MS ? held.nonce : null;
}
