import 'server-only';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { Actor } from '#lib/contract/lab/scene.ts';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import {
  type LedgerView,
  type TraceEvent,
  traceEventSchema,
  type TraceKind,
  type TraceOf,
} from '#lib/contract/lab/trace.ts';
import type { ErrorCode } from '#lib/contract/errors.ts';
import type { Stage, Verdict } from '#lib/contract/stages.ts';
import type { Planted } from '../list-switches.ts';
import type { Cast } from './cast.ts';
import type { Foreign } from './fill.ts';
import { fingerprint } from './fingerprint.ts';
import type { House, LabPerson } from './house.ts';

/** What a model wrote and asked for in one round, before any guard. */
export type Round = {
  readonly turn: number;
  readonly text: string;
  readonly calls: readonly { name: string; argumentsJson: string }[];
};
/** One answer as it left, and as the page shows it. */
export type Shown = {
  readonly text: string;
  readonly html: string;
  readonly images: readonly string[];
  readonly links: readonly string[];
  readonly active: readonly string[];
  readonly refused: readonly string[];
};
/** Where something was refused: a stage's verdict, a tool's, a route's. */
export type Refusal = {
  readonly stage: Stage | null;
  readonly verdict: Verdict;
  readonly rule: string | undefined;
  readonly code: ErrorCode | undefined;
  readonly via: 'say' | 'decide' | 'request';
};

/** Everything that one run has seen so far: what the oracle reads. Nothing in it is the code's own opinion but `refusals`. */
export type Run = {
  readonly id: string;
  readonly attack: Attack;
  readonly by: DefendedBy;
  readonly planted: Planted;
  readonly house: House;
  readonly cast: Cast;
  readonly pagePolicy: string;
  readonly foreign: Foreign;
  /** A conversation of the stranger's; null where no step needs one. */
  foreignConversation: { readonly id: string } | null;
  /** The token by which requests over HTTP are answered with this run's faults. */
  readonly tokenHeaders: Readonly<Record<string, string>>;
  /** Text that the attacker knew beforehand: finding it in an answer proves nothing. */
  readonly known: Set<string>;
  readonly typed: string[];
  readonly prompts: string[];
  readonly toViewer: string[];
  readonly toProvider: string[];
  readonly rounds: Round[];
  readonly tools: { readonly name: string; readonly status: string; readonly rule: string | undefined }[];
  readonly shown: Shown[];
  readonly refusals: Refusal[];
  readonly cards: { readonly as: Actor; readonly card: OfferedApproval }[];
  readonly nonces: {
    readonly as: Actor;
    readonly approvalId: string;
    readonly nonce: string;
    isSpent: boolean;
  }[];
  readonly decided: number[];
  readonly requested: number[];
  readonly conversations: Map<string, string>;
  readonly last: { conversation?: string; message?: string; turn?: string };
  readonly secrets: Map<Actor, { secret: string; usedStep: bigint }>;
  /** How many turns were admitted of those that were sent at once. */
  atOnce: number;
  turns: number;
  before: { customer: LedgerView; stranger: LedgerView } | null;
  after: { customer: LedgerView; stranger: LedgerView } | null;
  live: boolean;
  seq: number;
};

/** The next event of a run's trace. */
export function traced<Kind extends TraceKind>(
  run: Run,
  kind: Kind,
  step: number,
  data: TraceOf<Kind>['data'],
): TraceEvent {
  const event = { kind, seq: run.seq, step, key: fingerprint(kind, step, data, run), data };
  run.seq += 1;
  return traceEventSchema.parse(event);
}

export function personOf(run: Run, actor: Actor): LabPerson | null {
  return actor === 'nobody' ? null : run.cast.people[actor];
}

/** What left for somebody's browser. What the stranger reads of their own is nobody's loss. */
export function noteLeft(run: Run, actor: Actor, text: string): void {
  if (actor !== 'stranger' || run.attack.as === 'stranger') run.toViewer.push(text);
}
