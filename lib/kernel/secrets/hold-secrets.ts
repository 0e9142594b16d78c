import 'server-only';
import { monotonicMs } from '../clock.ts';
import { AppError } from '../errors.ts';
import { STALE_RETRY_S } from './policy.ts';
import type { SecretValues } from './secret-source.ts';

/** The secrets in force. `version` counts changes; after `untilMs` (of the monotonic clock) they are too old to be trusted. */
export type HeldSecrets = {
  readonly version: number;
  /** The last answer of each source. */
  readonly layers: Readonly<Record<string, SecretValues>>;
  readonly values: SecretValues;
  readonly untilMs: number;
};

// On globalThis because the bundler gives instrumentation, which reads them, and routes each a copy of this module.
const holder = globalThis as typeof globalThis & { countersignSecrets?: HeldSecrets | undefined };

/** What was read and accepted last, or null: this process reads its secrets from its environment and files alone. */
export function heldSecrets(): HeldSecrets | null {
  return holder.countersignSecrets ?? null;
}

export function holdSecrets(held: HeldSecrets | undefined): void {
  holder.countersignSecrets = held;
}

/**
 * The same, for use.
 * @throws {AppError} `busy` once they are older than the settings allow: nothing that needs a secret goes on without one
 */
export function freshSecrets(now: number = monotonicMs()): HeldSecrets | null {
  const held = heldSecrets();
  if (held && now >= held.untilMs)
    throw new AppError('busy', {
      retryAfterS: STALE_RETRY_S,
      cause: { name: 'SecretsTooOld', code: 'stale' },
    });
  return held;
}
