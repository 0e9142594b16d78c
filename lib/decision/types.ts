import 'server-only';
import type { Decided, Decision } from '#lib/contract/approvals.ts';
import type { ErrorCode } from '#lib/contract/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';

/** What the door hands over: who decides, about what, and what they sent. */
export type DecisionRequest = {
  viewer: Viewer;
  session: Session;
  id: string;
  decision: Decision;
  requestId: string;
};

/** Decided, or refused with a code of the error table. */
export type Verdict = Decided | { refusal: ErrorCode };
