import type { BenchWorld } from '../bench-world.ts';
import type { StoredConversation } from '../write-batch.ts';

/** Sealed conversations to measure with. */
export type VaultStore = {
  readonly world: BenchWorld;
  /** Messages of each of `opened`. */
  readonly messagesEach: number;
  /** Conversations that open. */
  readonly opened: readonly StoredConversation[];
  /** Data keys in all. */
  readonly keys: number;
};
