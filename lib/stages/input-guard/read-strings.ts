import 'server-only';

/** Handles, dates and statuses are shorter and have no spaces. */
const LONG = 24;

/**
 * What of a tool result may be anyone's words: the strings in its JSON that have a space or are long, each once. Names,
 * handles and figures are ours, and look like codes. Text that is no JSON comes back whole.
 */
export function readStrings(text: string): string[] {
  const found = new Set<string>();
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && (value.length >= LONG || value.trim().includes(' '))) found.add(value);
      return value;
    });
  } catch {
    return [text];
  }
  return [...found];
}
