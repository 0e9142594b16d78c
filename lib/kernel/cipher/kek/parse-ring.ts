import 'server-only';

/** A key-encryption key: `id` names it in wrapped data keys, `key` is 32 bytes. */
export type KeyringEntry = { readonly id: string; readonly key: Buffer };

/** The first entry wraps; the others only unwrap what they wrapped before. */
export type Ring = readonly KeyringEntry[];

const ENTRY = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/_-]{43}=?)$/;
/** Of 32 random bytes about 30 differ; fewer than this is no accident. */
const FEWEST_DISTINCT_BYTES = 16;

/**
 * `kek-1:<base64 of 32 bytes>[,older…]`, entries apart by commas or, in a file, by lines.
 * @returns the ring, or what is wrong with it: never a part of it
 */
export function parseRing(text: string): { ring: Ring } | { problem: string } {
  const parts = text.split(/[,\s]+/).filter((part) => part !== '');
  if (parts.length === 0) return { problem: 'is missing' };
  const ring: KeyringEntry[] = [];
  for (const part of parts) {
    const match = ENTRY.exec(part);
    const key = Buffer.from(match?.[2] ?? '', 'base64');
    if (!match?.[1] || key.length !== 32 || ring.some((entry) => entry.id === match[1]))
      return { problem: 'is malformed (kek-1:<base64 of 32 bytes>[,older…], ids unique)' };
    if (new Set(key).size < FEWEST_DISTINCT_BYTES)
      return { problem: 'holds a key that is too easy to guess (use random bytes)' };
    ring.push({ id: match[1], key });
  }
  return { ring: Object.freeze(ring) };
}

/** The form that `parseRing` reads. */
export function ringText(ring: Ring): string {
  return ring.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
}
