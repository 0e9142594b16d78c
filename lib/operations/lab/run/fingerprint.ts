import 'server-only';
import { createHash } from 'node:crypto';

/** What differs between two runs that are otherwise the same: ids, random marks, names of this run's people, ports. */
const DRAWN: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'ID'],
  [/\bcs[0-9a-f]{24}\b/g, 'CANARY'],
  [/_[0-9a-f]{24}\b/g, '_SUFFIX'],
  [/\b[0-9a-f]{32,}\b/g, 'HASH'],
  [/\b(inv|line|pay)_[a-z0-9]+\b/g, '$1_HANDLE'],
  [/127\.0\.0\.1:\d+/g, 'HOST'],
];

/** Twelve hexadecimal digits that two runs of one attack share where the same happened. */
export function fingerprint(
  kind: string,
  step: number,
  data: unknown,
  { id, cast }: { id: string; cast: { tag: string } },
): string {
  let text = JSON.stringify(data).replaceAll(id, 'RUN').replaceAll(cast.tag, 'TAG');
  for (const [pattern, stand] of DRAWN) text = text.replace(pattern, stand);
  return createHash('sha256').update(`${kind} ${step} ${text}`).digest('hex').slice(0, 12);
}
