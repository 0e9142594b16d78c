import 'server-only';

/** Words that only ever stand in an example. Six letters or more, so that a random secret never holds one. */
const placeholderWords = [
  'changeme',
  'change-me',
  'change_me',
  'placeholder',
  'replace-me',
  'replace_me',
  'replaceme',
  'your-secret',
  'your_secret',
  'your-key',
  'your_key',
  'your-api-key',
  'your_api_key',
  'example',
  'password',
  'insecure',
  'secret',
  'default',
  'xxxxxx',
] as const;

/** What keys of well-known providers look like: none of them may be shown to a browser. */
const providerKeyShapes = [
  /^sk-[\w-]{8,}/,
  /^(sk|rk|pk)_(live|test)_\w{8,}/,
  /^AKIA[0-9A-Z]{12,}/,
  /^AIza[\w-]{20,}/,
  /^(ghp|gho|ghs|ghu|github_pat)_\w{16,}/,
  /^(gsk|hf|r8|xai|pplx)[_-]\w{16,}/,
  /^xox[abprs]-/,
  /^eyJ[\w-]{10,}\.[\w-]{10,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
] as const;

/** Bits of Shannon entropy in `text`, by its own letter frequencies. */
function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let perLetter = 0;
  for (const count of counts.values()) perLetter -= (count / text.length) * Math.log2(count / text.length);
  return perLetter * text.length;
}

/** True where `text` is one short piece said again and again. */
function repeats(text: string): boolean {
  return (text + text).indexOf(text, 1) <= text.length / 2;
}

/** True where the text is a word out of an example and not a secret. */
export function isPlaceholder(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    lower.startsWith('<') || lower.includes('…') || placeholderWords.some((word) => lower.includes(word))
  );
}

/** Why `text` can't be a secret of at least `minBytes` random bytes, or null where it can. Never quotes the text. */
export function secretWeakness(text: string, minBytes: number): string | null {
  if (text === '') return 'is missing';
  if (isPlaceholder(text)) return 'is a placeholder';
  if (text.length < Math.ceil((minBytes * 4) / 3)) return `is too short (${minBytes} random bytes or more)`;
  if (repeats(text) || entropyBits(text) < minBytes * 4) return 'is too easy to guess (use random bytes)';
  return null;
}

/** True where a value would be a credential if a browser could read it. */
export function looksLikeKey(name: string, value: string): boolean {
  if (providerKeyShapes.some((shape) => shape.test(value))) return true;
  return /SECRET|TOKEN|PASSWORD|API_?KEY|PRIVATE|KEYRING|DATABASE_URL/.test(name) && value.length >= 16;
}

/** True for hosts that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
  );
}
