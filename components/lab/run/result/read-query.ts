const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
/** Letters, figures and signs that a person can read; anything else is no text. */
const READABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]+$/u;

/**
 * What a query string says to whoever receives it: percent-encoding undone, base64 too where it holds text. Null where that
 * says nothing new.
 */
export function readQuery(query: string): string | null {
  const parts = [...new URLSearchParams(query)].map(([, value]) => fromBase64(value) ?? value);
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' || query.includes(text) ? null : text;
}

function fromBase64(value: string): string | null {
  if (!BASE64.test(value)) return null;
  try {
    const bytes = Uint8Array.from(
      atob(value.replaceAll('-', '+').replaceAll('_', '/')),
      (char) => char.codePointAt(0) ?? 0,
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return READABLE.test(text) ? text : null;
  } catch {
    return null;
  }
}
