import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandError } from '#scripts/console/step.ts';

/** One line of a set. Other fields (licence, intent) may be there and are not read. */
const itemSchema = z.object({
  text: z.string(),
  label: z.enum(['attack', 'benign']),
  kind: z.string().default('unnamed'),
  source: z.string().default('unnamed'),
  lang: z.string().optional(),
});
/** `template`: what a sentence of the grammar was written from. */
export type Item = z.infer<typeof itemSchema> & { readonly template?: string };

/**
 * The items of a file, one JSON object per line; empty lines are skipped.
 * @throws CommandError naming file and line: unreadable, not JSON, not of the form, or nothing in it.
 */
export function readItems(path: string): Item[] {
  const items = linesOf(path).flatMap((line, index) =>
    line.trim() === '' ? [] : [parseLine(line, `${path}:${index + 1}`)],
  );
  if (items.length === 0) throw new CommandError(`${path}: no items in it.`);
  return items;
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    throw new CommandError(`${path}: cannot be read.`);
  }
}

function parseLine(line: string, where: string): Item {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CommandError(`${where}: not JSON.`);
  }
  const parsed = itemSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CommandError(
    `${where}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not of the form'}.`,
  );
}
