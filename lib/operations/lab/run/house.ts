import 'server-only';
import type { ApprovalCard, Decided, Decision, OfferedApproval } from '#lib/contract/approvals.ts';
import type { ChatRequest, TurnEvent } from '#lib/contract/chat.ts';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';
import type { Inbox } from '../inbox/inbox.ts';

/** Somebody of a run, with the session that their browser would hold. */
export type LabPerson = { readonly viewer: Viewer; readonly session: Session; readonly email: string };

/** What is sent to one of the application's own routes. `as`: whose cookie goes with it; nobody's where it is null. */
export type LabRequest = {
  readonly as: LabPerson | null;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

/** How a synthetic customer is to look. Everything else is the same in every run. */
export type CustomerWish = {
  readonly slug: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly seatName: string;
  /** By months back: 0 is the latest invoice. */
  readonly memos: Readonly<Record<number, string>>;
  readonly contactEmail: string;
};

/**
 * What a door hands in: the other workflows, which the lab may not import, and what differs between a command, which serves the
 * routes itself, and the lab's own server. Everything in it is the real thing.
 */
export type House = {
  readonly startTurn: (request: {
    session: Session;
    body: ChatRequest;
    requestId: string;
    left: AbortSignal;
    model?: ModelPort;
  }) => Promise<{ events: AsyncGenerator<TurnEvent> }>;
  readonly decide: (request: {
    viewer: Viewer;
    session: Session;
    id: string;
    decision: Decision;
    requestId: string;
  }) => Promise<Decided>;
  readonly openApproval: (
    viewer: Viewer,
    args: { id: string; requestId: string },
  ) => Promise<OfferedApproval>;
  /** Over a real socket, to the real route handlers, with this run's faults planted. */
  readonly call: (request: LabRequest) => Promise<Response>;
  /** Writes a customer with its ledger, and gives back its id. */
  readonly makeCustomer: (wish: CustomerWish) => Promise<{ tenantId: string }>;
  /** A person of that customer (or of the staff, where it is null), signed in. */
  readonly makePerson: (of: {
    tenantId: string | null;
    role: Viewer['role'];
    email: string;
    label: string;
  }) => Promise<LabPerson>;
  /** The answer's text as the page renders it: the component of the chat, or anything at all where its allow-list is off. */
  readonly render: (text: string, isAllowListOn: boolean) => string;
  /** The content security policy of the page. */
  readonly pagePolicy: () => string;
  readonly inbox: Inbox;
};

export type { ApprovalCard };
