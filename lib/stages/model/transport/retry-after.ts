import 'server-only';

/** How long the provider asks to be left alone, in milliseconds: `retry-after-ms`, seconds, or a date. Null where it says nothing usable. */
export function retryAfterMs(headers: { get(name: string): string | null }, nowMs: number): number | null {
  const exact = readNumber(headers.get('retry-after-ms'));
  if (exact !== null) return exact;
  const text = headers.get('retry-after') ?? '';
  const seconds = readNumber(text);
  if (seconds !== null) return seconds * 1_000;
  const at = text.trim().endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

function readNumber(text: string | null | undefined): number | null {
  return text && /^\d{1,9}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}
