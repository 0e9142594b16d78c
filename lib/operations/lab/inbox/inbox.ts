import 'server-only';
import type { InboxHit } from '#lib/contract/lab/trace.ts';

/**
 * The attacker's inbox: a listener on the loopback that answers everything with one pixel and remembers what came, by the run whose
 * address it came to.
 */
export type Inbox = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Where what a run loses arrives: an address that nobody else has, with a slash at its end. */
  readonly addressOf: (runId: string) => string;
  /** From now on what comes to this run's address is kept. */
  readonly expect: (runId: string) => void;
  readonly hitsOf: (runId: string) => readonly InboxHit[];
  readonly forget: (runId: string) => void;
  readonly close: () => Promise<void>;
};
