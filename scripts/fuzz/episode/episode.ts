import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { Role } from '#lib/contract/roles.ts';
import type { ModelMessage } from '#lib/kernel/model-port.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';
import type { Spoken } from '../world/watch-database.ts';
import type { World } from '../world/start-world.ts';
import type { Call, Command, Who } from './commands.ts';

/** Somebody of the episode, as the harness made them: what the oracle holds the code to. */
export type Person = {
  readonly who: Who;
  viewer: Viewer;
  readonly email: string;
  readonly tag: string;
  role: Role;
  /** Whether the session in use still holds. */
  isSignedIn: boolean;
  session: Session;
  conversations: string[];
  /** The second factor's secret, once enrolled, and the newest time step whose code was handed out. */
  secret: Promise<string> | null;
  usedStep: number;
  lastCode: string | null;
};

/** One nonce that the server handed out: to whom, for what, when by the episode's clock, and whether it was used up. */
export type Nonce = { value: string; proposalId: string; who: Who; issuedAtS: number; usedIn: number | null };
/** What a person was shown, byte for byte. */
export type Shown = { who: Who; role: Role; step: number; card: OfferedApproval };
/** What somebody sent to decide a proposal. */
export type Submission = {
  who: Who;
  role: Role;
  isSignedIn: boolean;
  step: number;
  proposalId: string;
  decision: 'approve' | 'reject';
  displayHash: string;
  nonce: string;
  typedAmount: string | null;
  totp: string | null;
  /** Whether the code is good now and was not used before, by the harness's own count. */
  isFreshCode: boolean;
  atS: number;
  isPaused: boolean;
  /** What came back: for printing and for looking for assertions, never for judging. */
  answer: string;
};
export type Prompt = {
  who: Who;
  role: Role;
  step: number;
  turn: number;
  round: number;
  messages: ModelMessage[];
  tools: number;
};
export type Sent = {
  who: Who;
  role: Role;
  step: number;
  turn: number;
  event: string;
  text: string;
  atMs: number;
};
export type Emitted = {
  callId: string;
  who: Who;
  step: number;
  turn: number;
  call: Call;
  raw: string;
  isForeignHandle: boolean;
};

/** One proposal as the database has it after a step. */
export type ProposalState = {
  id: string;
  state: string;
  outcome: string | null;
  decided_by: string | null;
  person_id: string;
  turn_id: string;
  resource_kind: string;
  resource_id: string;
};
export type Transition = { step: number; from: string; to: string; proposal: ProposalState };

export type Effect = {
  proposal_id: string;
  tenant_id: string;
  person_id: string;
  approver_id: string | null;
  tool: string;
  amount_minor: string | null;
  currency: string | null;
  executed_s: number;
  step: number;
};
/** Rows of the ledger of one tenant, by table. */
export type Ledger = Readonly<Record<string, readonly Record<string, unknown>[]>>;
/** A stretch between two acts of administration on a ledger: it was `before`, then `effects` ran, then it was `after`. */
export type Stretch = { before: Ledger; after: Ledger; effects: readonly Effect[] };

export type Episode = {
  readonly world: World;
  readonly name: string;
  readonly modelName: string;
  readonly people: Readonly<Record<Who, Person>>;
  readonly commands: readonly Command[];
  step: number;
  /** The episode's clock, in seconds ahead of the real one. */
  aheadS: number;
  paused: Set<string>;
  pausedAtMs: number | null;
  cards: string[];
  turns: number;
  readonly nonces: Nonce[];
  readonly shown: Shown[];
  readonly submissions: Submission[];
  readonly prompts: Prompt[];
  readonly sent: Sent[];
  readonly emitted: Emitted[];
  readonly transitions: Transition[];
  readonly effects: Effect[];
  readonly stretches: Stretch[];
  /** Notes of the harness for single invariants: what it did that the oracle has to know. */
  readonly notes: Note[];
  readonly spoken: Spoken[];
  /** Errors that are no refusal of the error table: assertions of the code. */
  readonly assertions: string[];
  known: Map<string, ProposalState>;
  ledger: Ledger;
  steps: number;
};

export type Note =
  /** From here on the network of the episode's browsers is kept out. */
  | { kind: 'kept-out'; step: number }
  | { kind: 'resource-touched' | 'policy-changed' | 'tampered'; step: number; proposalId: string }
  /** Words that were confirmed as an attack. */
  | { kind: 'confirmed'; text: string; step: number }
  | { kind: 'handle'; conversationId: string; handle: string }
  | { kind: 'key'; who: Who; key: string; turnStep: number }
  | {
      kind: 'said';
      who: Who;
      conversationId: string;
      turnId: string;
      token: string;
      isReplaced: boolean;
    }
  | { kind: 'read'; who: Who; conversationId: string; messages: { id: string; text: string }[]; step: number }
  | { kind: 'disturbed'; conversationId: string; turnIds: readonly string[]; step: number }
  | { kind: 'refused'; who: Who; step: number; code: string; verb: string }
  | { kind: 'held'; step: number; conversationIds: readonly string[] }
  /** What a person may spend in a day, and what an answer of the model cost, at a micro-USD a token. */
  | { kind: 'budget'; step: number; who: Who; microUsd: number }
  | { kind: 'used'; step: number; who: Who; turn: number; microUsd: number }
  | { kind: 'secret'; text: string }
  /** A key that was used after it was taken out, or the host of a provider that nobody allowed; what was logged of it. */
  | { kind: 'provider'; revokedKeyUsed: boolean; forbiddenAsked: boolean; logged: string; key: string }
  | { kind: 'earlier'; effects: Effect[] }
  | {
      kind: 'mid-turn';
      act: 'revoke' | 'pause';
      who: Who;
      turn: number;
      step: number;
      atMs: number;
      calledBefore: number;
    };
