import 'server-only';
import type { Intent } from './intents/policy.ts';

export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the system message says about the customer, as far as the model needs it. */
export type Facts = {
  today: string;
  locale: string;
  currency: string;
  role: string;
  customer: string;
  vendor: string;
  support: string;
  /** What became of the changes proposed in this conversation, newest first. */
  changes: readonly { tool: string; state: string }[];
  supportPhone: string;
};

/** One function call the model asks for. */
export type ToolCall = { name: string; args: Record<string, unknown> };

/** What came back: a JSON object, or the reason it was refused. */
export type ToolReply = { ok: true; result: Row } | { ok: false; error: string };
export type Row = Readonly<Record<string, unknown>>;

/** Which invoice is meant, symbolically; `back` counts invoices towards the past from there. */
export type InvoiceRef =
  | { kind: 'latest'; back: number }
  | { kind: 'first'; back: number }
  | { kind: 'number'; number: string; back: number }
  | { kind: 'month'; month: string; back: number }
  | { kind: 'due'; back: number };

/** Days, both ends included. `months` lists `YYYY-MM` when the period is exactly that one month. */
export type Period = { from: string; to: string; month?: string; open?: true };

/** What a message names. */
export type Entities = {
  amounts: readonly string[];
  invoices: readonly InvoiceRef[];
  periods: readonly Period[];
  meter?: 'api_calls' | 'storage_gb';
  /** Words to look for in line descriptions. */
  text?: string;
  /** Those words stood in quotation marks. */
  isQuoted?: true;
  /** "The last three invoices". */
  count?: number;
};

/** One question of the message, understood. */
export type Task = {
  intent: Intent;
  concepts: ReadonlySet<string>;
  amounts: readonly string[];
  /** The invoice asked about, and the one to hold it against. */
  invoice?: InvoiceRef;
  against?: InvoiceRef;
  period?: Period;
  text?: string;
  meter?: 'api_calls' | 'storage_gb';
  /** So many invoices, newest first. */
  count?: number;
  /** A second invoice or period that is asked for beside the first. */
  also?: InvoiceRef;
  alsoPeriod?: Period;
  /** One property was asked for after the whole: the rest is not said again. */
  isBrief?: true;
};

/** What a conversation is about after some turns, for the next message to build on. */
export type Focus = {
  intent?: Intent;
  invoice?: InvoiceRef;
  period?: Period;
  text?: string;
  amounts?: readonly string[];
  count?: number;
  meter?: 'api_calls' | 'storage_gb';
  language?: Language;
  /** A way to a person was asked for last: "number??" is theirs. */
  person?: true;
};
