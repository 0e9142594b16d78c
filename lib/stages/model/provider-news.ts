import 'server-only';
import type { RaiseModelAlert } from '#lib/kernel/model-alert.ts';

/** Which provider trouble is about. */
export type ProviderOrder = 'first' | 'second';

export type ProviderNews = {
  /** Tells of trouble with this provider. */
  readonly raise: RaiseModelAlert;
  /** It answered. @param refusedKeys how many of its keys it refuses still */
  readonly works: (refusedKeys: number) => void;
};

/**
 * Trouble with one provider, and its end: told once after each trouble, and once for each process, because whoever raised an alert may
 * be gone by the time it is put right.
 */
export function createNews(raise: RaiseModelAlert, provider: ProviderOrder): ProviderNews {
  let isKnownToWork = false;
  return {
    raise({ kind, facts }) {
      isKnownToWork = false;
      raise({ kind, facts: { ...facts, provider } });
    },
    works(refusedKeys) {
      if (isKnownToWork) return;
      isKnownToWork = true;
      raise({ kind: 'provider_works', facts: { refusedKeys, provider } });
    },
  };
}
