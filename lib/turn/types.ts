import 'server-only';
import type { ChatRequest } from '#lib/contract/chat.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import type { Profile, Viewer } from '#lib/kernel/ports.ts';
import type { ProposalFact } from '#lib/stages/approvals/read-facts.ts';
import type { OpenedTurn, Standing } from '#lib/stages/admission/turn-answer.ts';
import type { EarlierMessage } from '#lib/stages/history/read-place.ts';
import type { Measure } from '#lib/stages/input-guard/measure.ts';
import type { Redacted } from '#lib/stages/input-guard/redact.ts';
import type { PersonalDataTable } from '#lib/stages/input-guard/vault/policy.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';

/** What a door hands over: who asks, what they sent, and a signal that says when they left. */
export type TurnRequest = {
  session: Session;
  body: ChatRequest;
  requestId: string;
  left: AbortSignal;
  /** Who answers instead of the configured model: the adversary of the property test, and nobody else. */
  model?: ModelPort;
};

/** An admitted turn: the message is stored, the answer's place is reserved. */
export type Turn = OpenedTurn & {
  viewer: Viewer;
  session: Session;
  profile: Profile;
  /** The viewer's day, `2026-11-20`. */
  today: string;
  /** Budgets of the person and their customer, as they stood before this turn. */
  quota: readonly Standing[];
  text: string;
  removed: Redacted['removed'];
  /** Which personal details the model does not get to see. */
  table: PersonalDataTable;
  /** What this tenant's messages and data are screened by. */
  measure: Measure;
  earlier: readonly EarlierMessage[];
  /** What became of changes proposed in this conversation, newest first. */
  changes: readonly ProposalFact[];
  dataKey: DataKey;
  model: ModelPort;
  requestId: string;
  /** Staff and demonstrations see rules and times; customers see reasons. */
  showRules: boolean;
  admissionMs: number;
  left: AbortSignal;
};
