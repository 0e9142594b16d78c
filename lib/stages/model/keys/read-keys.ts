import 'server-only';

/** Keys in a text: commas or lines between, the active one first; what follows a # is a remark. */
export function readKeys(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => (line.split('#')[0] ?? '').split(','))
    .map((key) => key.trim())
    .filter((key) => /^[\x21-\x7e]+$/.test(key));
}
