import type { Fence } from './fence.ts';
import { FENCES } from './rules.ts';
import { parseSource } from './source.ts';

export type Breach = { path: string; line: number; id: string; why: string };

export function findBreaches(
  files: readonly { path: string; text: string }[],
  fences: readonly Fence[] = FENCES,
): Breach[] {
  return files.flatMap(({ path, text }) => {
    const standing = fences.filter(({ isFor }) => isFor(path));
    if (standing.length === 0) return [];
    const source = parseSource(path, text);
    return standing.flatMap(({ id, why, find }) => find(source).map((line) => ({ path, line, id, why })));
  });
}
