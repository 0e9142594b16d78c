import 'server-only';
import type { CardLine, ChangeTool } from '#lib/contract/approvals.ts';
import type { PlanCode } from '#lib/contract/brand.ts';
import type { BillingDetails, LineMatch } from '#lib/contract/cards.ts';
import type { Balance, Invoice, InvoiceSummary, Payments } from '#lib/contract/bill.ts';
import type { Money } from '#lib/contract/money.ts';
import type { Role } from '#lib/contract/roles.ts';
import type { Stage } from '#lib/contract/stages.ts';
import type { Comparison, Plan, Spend, Upcoming, Usage } from '#lib/contract/subscription.ts';

/** The signed-in person on whose behalf code runs. First argument of every data function. */
export type Viewer = {
  readonly personId: string;
  readonly role: Role;
  readonly homeTenantId: string;
  /** Set only while staff work on one opened, audited case. */
  readonly actingTenantId?: string;
};

/** Facts about the viewer that pages, the prompt and the output guard need. */
export type Profile = {
  readonly email: string;
  /** A role-like label, never a person's name ("Northwind's owner"). */
  readonly label: string;
  readonly tenantName: string;
  /** BCP 47, such as `en-IE`. */
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
};

/** What the assistant may look up, already bound to one viewer. Ids are database ids; absent means not theirs or not there. */
export type BillingReader = {
  balance(): Promise<Balance>;
  listInvoices(filter: InvoiceFilter): Promise<InvoiceSummary[]>;
  getInvoice(id: string): Promise<Invoice | null>;
  findLines(query: LineQuery): Promise<LineMatch[]>;
  getLine(id: string): Promise<LineMatch | null>;
  findDuplicates(): Promise<LineMatch[]>;
  /** Without ids: the latest two that are not void. Null where there are not two. */
  compareInvoices(ids: { newerId?: string; olderId?: string }): Promise<Comparison | null>;
  listPayments(filter: PaymentFilter): Promise<Payments>;
  plan(): Promise<Plan>;
  /** Without a month: the period that runs now. */
  usage(query: UsageQuery): Promise<Usage | null>;
  upcoming(): Promise<Upcoming>;
  spend(range: { from: string; to: string }): Promise<Spend>;
  details(): Promise<BillingDetails>;
  /** A change worked out to the last figure, or why it can't be made. Changes nothing. */
  quote(request: ChangeRequest): Promise<ChangeDraft | ChangeProblem>;
};

export type InvoiceFilter = {
  status?: 'paid' | 'open' | 'past_due' | 'void';
  /** Days (`2026-11-20`), by the issue date, both ends included. */
  from?: string;
  to?: string;
  number?: string;
  limit?: number;
};
export type LineQuery = { amountMinor?: number; text?: string; from?: string; to?: string };
/** `month` as `2026-11`. */
export type UsageQuery = { meter?: string; month?: string };
export type PaymentFilter = {
  status?: 'succeeded' | 'failed' | 'retrying' | 'pending';
  from?: string;
  to?: string;
  limit?: number;
};

/** What a change tool asks for, its handles resolved to objects that the viewer has read. */
export type ChangeRequest =
  | { tool: 'refund'; invoiceId?: string; lineId?: string; amountMinor?: number }
  | { tool: 'change_plan'; plan: PlanCode }
  | { tool: 'change_seats'; change: 'add' | 'remove'; count: number }
  | { tool: 'cancel_plan' }
  | { tool: 'pause_plan' }
  | { tool: 'resume_plan' }
  | { tool: 'change_billing_contact'; email: string }
  | { tool: 'retry_payment'; paymentId: string };

/** Whole numbers, short strings and codes: what canonical JSON can hold without doubt. */
export type ChangeArguments = { readonly tool: ChangeTool } & Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** A change worked out from the ledger: what would be done, on which facts, and how it reads to a person. */
export type ChangeDraft = {
  /** Everything execution needs, and nothing it would have to guess. */
  arguments: ChangeArguments;
  /** `version` names the facts this rests on: other facts, another version. */
  resource: { kind: 'invoice' | 'subscription' | 'payment' | 'profile'; id: string; version: string };
  /** Money that leaves, or is no longer asked for; null where the change moves none. */
  amount: Money | null;
  title: string;
  lines: CardLine[];
};

/** Why a change can't be made. A closed list; each has a sentence for the person and a hint for the model. */
export type ChangeProblem =
  | 'not_found'
  | 'nothing_left'
  | 'above_rest'
  | 'below_minimum'
  | 'void_invoice'
  | 'payment_running'
  | 'same_already'
  | 'not_active'
  | 'too_many_seats'
  | 'no_seats_left'
  | 'not_failed'
  | 'bad_address'
  | 'change_running'
  | 'cap_person_day'
  | 'cap_tenant_day'
  | 'cap_approver_day'
  | 'too_many_pending'
  | 'not_eligible';

/** What an executed change did, in the words a person reads, and the page that shows it. */
export type ChangeEffect = { summary: string; href: string | null };

/** Somebody else's judgement of a message. Rejects when it has none; what that means is the caller's to say. */
export type Detector = {
  readonly name: string;
  readonly judge: (text: string, signal: AbortSignal) => Promise<'pass' | 'flag'>;
};

/** Opaque names for ledger objects, minted per conversation when the viewer legitimately read them. */
export type HandleKind = 'invoice' | 'line' | 'payment';
export type HandleBook = {
  /** Returns the handle of this object in this conversation, minting it if it is new. */
  mint(kind: HandleKind, objectId: string, label: string): string;
  /** The object behind a handle of this kind in this conversation, or null: unknown, foreign or of another kind. */
  resolve(kind: HandleKind, handle: string): { objectId: string; label: string } | null;
};

/** One entry for the audit log. Values come from closed vocabularies; never content. */
export type AuditEntry = {
  action: string;
  outcome: 'allowed' | 'denied' | 'failed';
  stage?: Stage;
  rule?: string;
  subjectKind?: string;
  subjectId?: string;
  turnId?: string;
  requestId?: string;
  /** Small counts and codes only, such as `{bytes: 312}`. */
  facts?: Record<string, number | string | boolean>;
};
