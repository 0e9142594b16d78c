import type { Episode } from '../episode/episode.ts';

export type InvariantId = `I${number}`;
/** What did not hold, and how it showed. */
export type Finding = { invariant: InvariantId; what: string };
/** One invariant over the whole of an episode: what the database holds, what was sent and what was in prompts. */
export type Invariant = (episode: Episode, rows: Rows) => string[];

/** What the superuser reads once, after the episode. */
export type Rows = {
  proposals: readonly ProposalRow[];
  effects: readonly EffectRow[];
  audit: readonly AuditRow[];
  turns: readonly TurnRow[];
  keys: readonly KeyRow[];
  spend: readonly SpendRow[];
};
export type ProposalRow = {
  id: string;
  tenant_id: string;
  person_id: string;
  turn_id: string;
  tool: string;
  state: string;
  outcome: string | null;
  arguments_hash: string;
  display_hash: string;
  amount_minor: string | null;
  currency: string | null;
  people: number;
  resource_kind: string;
  resource_id: string;
  created_s: number;
  confirmed_s: number | null;
  decided_by: string | null;
  arguments: string;
  display: string;
};
export type EffectRow = {
  proposal_id: string;
  tenant_id: string;
  person_id: string;
  approver_id: string | null;
  tool: string;
  amount_minor: string | null;
  currency: string | null;
  executed_s: number;
};
export type AuditRow = {
  person_id: string | null;
  action: string;
  outcome: string;
  rule: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  turn_id: string | null;
  request_id: string | null;
  facts: Readonly<Record<string, unknown>> | null;
};
/** A data key, wrapped by a key of the ring, in hexadecimal. */
export type KeyRow = { scope: string; scope_id: string; kek_id: string; wrapped: string | null };
export type TurnRow = {
  id: string;
  person_id: string;
  opened_s: number;
  closed_s: number | null;
  state: string;
  idempotency_key: string;
  reserved: string;
  settled: string | null;
};
/** One budget of a person or customer in a day or month: what is taken and what is allowed. */
export type SpendRow = {
  unit: string;
  scope: string;
  period: string;
  reserved: string;
  settled: string;
  allowed: string;
};
