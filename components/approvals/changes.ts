/** Cards on one page tell each other that something was decided or newly proposed. */
const NAME = 'approvals:changed';

export function announceChange(approvalId: string): void {
  window.dispatchEvent(new CustomEvent(NAME, { detail: approvalId }));
}

/** Calls back when another card changed, and when the person returns to this window. Returns how to stop. */
export function onChange(approvalId: string | null, call: () => void): () => void {
  const changed = (event: Event) => {
    if (!(event instanceof CustomEvent && event.detail === approvalId)) call();
  };
  const returned = () => {
    if (document.visibilityState === 'visible') call();
  };
  window.addEventListener(NAME, changed);
  document.addEventListener('visibilitychange', returned);
  return () => {
    window.removeEventListener(NAME, changed);
    document.removeEventListener('visibilitychange', returned);
  };
}
