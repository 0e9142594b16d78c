import 'server-only';

/** What is kept, why, for how long and what happens then. Plain data. */
export type RetentionRule = {
  readonly label: string;
  readonly purpose: string;
  /** Why it may be kept at all: the General Data Protection Regulation, or a law that asks for it. */
  readonly legalBasis: string;
  readonly keptMs: number;
  /** From when it is counted. */
  readonly from: string;
  readonly action: string;
  /** `row`: each by itself, so that a customer may have a period of their own; `month`: whole months of a log are dropped. */
  readonly scope: 'row' | 'month';
  /** Bounds of a customer's own period, in days; none where the law or the purpose fixes it. */
  readonly override: { readonly leastDays: number; readonly mostDays: number } | null;
};

// Why something may be kept at all.
export const CONTRACT = 'Performance of the contract (GDPR Art. 6(1)(b))';
export const INTEREST = 'Legitimate interest in a secure and accountable service (GDPR Art. 6(1)(f))';
export const DUTY = 'Legal duty to keep accounting records (GDPR Art. 6(1)(c); 7 years)';
export const RIGHTS = 'Legal obligation (GDPR Art. 6(1)(c), 5(2), 15, 17 and 20)';
export const CLAIMS = 'Establishment or defence of legal claims (GDPR Art. 17(3)(e))';
