import 'server-only';
import { fault } from '#faults';
import { AppError } from '#lib/kernel/errors.ts';
import type { RaiseModelAlert } from '#lib/kernel/model-alert.ts';

/** A key for one try. `signal` aborts when the key is revoked: whoever uses it stops. */
export type TakenKey = {
  readonly secret: string;
  readonly signal: AbortSignal;
  /** The provider refused it (401): the next one is active from now on. True where there is a next one. */
  refused(): boolean;
  accepted(): void;
};

export type KeyRing = {
  /** The active key, or null: none is left. */
  take(): TakenKey | null;
  /** The keys that there are now, the active one first. One that was there and is not any more is revoked. */
  replace(secrets: readonly string[]): void;
  /** How many of them the provider refused last. */
  refusedCount(): number;
};

type Member = { secret: string; revoked: AbortController; isRefused: boolean };

/**
 * Keys of one provider: the first is active, the others take over when it is refused. A key that is taken out of the ring is
 * revoked: it is never used again, whatever later says it is there, and what runs with it is cut at once. The last key that
 * is left goes on being tried after a refusal, so that a moment's error of the provider takes no restart.
 */
export function createKeyRing(secrets: readonly string[], raise: RaiseModelAlert): KeyRing {
  let members: Member[] = unique(secrets).map(member);
  const gone = new Set<string>();

  function take(): TakenKey | null {
    const found = members.find(({ isRefused }) => !isRefused) ?? members.at(-1);
    if (!found) return null;
    return {
      secret: found.secret,
      signal: found.revoked.signal,
      accepted() {
        found.isRefused = false;
      },
      refused() {
        const left = members.filter((one) => one !== found && !one.isRefused).length;
        const isNews = !found.isRefused;
        found.isRefused = true;
        const kind = left > 0 ? 'provider_key_refused' : 'provider_last_key_refused';
        if (isNews) raise({ kind, facts: { keysLeft: left } });
        return left > 0;
      },
    };
  }

  function replace(next: readonly string[]): void {
    if (fault('revoked-key-used')) return;
    const wanted = unique(next).filter((secret) => !gone.has(secret));
    const revoked = members.filter(({ secret }) => !wanted.includes(secret));
    members = wanted.map((secret) => members.find((one) => one.secret === secret) ?? member(secret));
    for (const one of revoked) {
      gone.add(one.secret);
      one.revoked.abort(
        new AppError('model_unavailable', { cause: { name: 'KeyRevoked', code: 'revoked' } }),
      );
    }
    if (revoked.length > 0)
      raise({
        kind: 'provider_key_revoked',
        facts: { revoked: revoked.length, keysLeft: members.length },
      });
  }
  return { take, replace, refusedCount: () => members.filter(({ isRefused }) => isRefused).length };
}

function member(secret: string): Member {
  return { secret, revoked: new AbortController(), isRefused: false };
}

function unique(secrets: readonly string[]): string[] {
  return [...new Set(secrets)];
}
