import 'server-only';
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

/** `lab.clock` and `cs_nowalls` are there: see the schema of the lab's own database. */
export type Admin = <Row extends Record<string, unknown> = Record<string, unknown>>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

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
  /** Over a real socket, to the real route handlers. The headers may carry a token of planted faults. */
  readonly call: (request: LabRequest) => Promise<Response>;
  /** The address that requests of our own pages name as their origin. */
  readonly origin: string;
  /** One statement as the cluster's superuser, behind every wall: what the oracle reads, and acts that no person may do. */
  readonly admin: Admin;
  /** An answer as the chat's page renders it; as markdown and markup are where its allow-list is off. */
  readonly render: (text: string, isAllowListOn: boolean) => Promise<string>;
  /** The content security policy that the pages come with. */
  readonly pagePolicy: () => Promise<string>;
  readonly inbox: Inbox;
};
