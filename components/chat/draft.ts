/** Unsent words, kept in this tab only (sessionStorage) so that nothing typed is lost to a reload or a refusal. */
const PREFIX = 'draft:';

function keyOf(conversationId: string | null): string {
  return `${PREFIX}${conversationId ?? 'new'}`;
}

export function loadDraft(conversationId: string | null): string {
  try {
    return sessionStorage.getItem(keyOf(conversationId)) ?? '';
  } catch {
    return '';
  }
}

export function saveDraft(conversationId: string | null, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(conversationId));
    else sessionStorage.setItem(keyOf(conversationId), text);
  } catch {
    // Storage is full or forbidden: the draft then lives in the composer alone.
  }
}

/** Forgets every draft; called at sign-out, because the next person at this tab may be another. */
export function clearDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}

/** Length as the server counts it, in UTF-8 bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
