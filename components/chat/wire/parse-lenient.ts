import type { z } from 'zod';

/**
 * Parses like `schema`, but lets fields pass that it does not know: a newer server may send more than this page reads.
 * Returns null where the rest does not fit either.
 */
export function parseLenient<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> | null {
  let candidate = value;
  // Each round uncovers unknown fields one level deeper (unions report the outermost first).
  for (let round = 0; round < 6; round += 1) {
    const result = schema.safeParse(candidate);
    if (result.success) return result.data;
    const copy: unknown = structuredClone(candidate);
    let removed = 0;
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') removed += removeKeys(copy, issue.path, issue.keys);
    }
    if (removed === 0) return null;
    candidate = copy;
  }
  return null;
}

function removeKeys(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): number {
  let target: unknown = root;
  for (const step of path) {
    if (typeof target !== 'object' || target === null) return 0;
    target = Reflect.get(target, step);
  }
  if (typeof target !== 'object' || target === null) return 0;
  for (const key of keys) Reflect.deleteProperty(target, key);
  return keys.length;
}
