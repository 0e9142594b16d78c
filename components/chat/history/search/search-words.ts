import type { SearchState } from './use-search.ts';

/** What stands above the hits, and what a screen reader says of them. */
export function announcement({ status, hits, unreadable }: SearchState): string {
  if (status === 'idle' || (status === 'failed' && hits.length === 0)) return '';
  if (hits.length === 0) return status === 'searching' ? 'Searching…' : `Nothing found${rest(unreadable)}`;
  const found = `${hits.length === 1 ? '1 conversation' : `${hits.length} conversations`}`;
  return status === 'searching' ? `${found} so far…` : `${found} found${rest(unreadable)}`;
}

function rest(unreadable: number): string {
  if (unreadable === 0) return '';
  return unreadable === 1 ? ' · 1 message could not be read' : ` · ${unreadable} messages could not be read`;
}
