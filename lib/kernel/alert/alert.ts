import 'server-only';
import type { Tx } from '../db.ts';
import type { AuditEntry } from '../ports.ts';

/** What an operator must look at. No content: names of the code's own, small counts. */
export type Alert = {
  /** What went wrong, such as `retention.overdue`. */
  readonly kind: string;
  /** What it is about, such as a category. One alert is open per kind and subject. */
  readonly subject: string;
  /** The nil UUID, where it concerns no customer. */
  readonly tenantId?: string;
  readonly facts?: Readonly<Record<string, number | string | boolean>>;
};

/** Writes audit entries in the caller's transaction: the audit stage's own, handed in. */
export type AuditPort = (tx: Tx, entries: readonly AuditEntry[]) => Promise<void>;
