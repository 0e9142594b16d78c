import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TEXT_MAX } from '#lib/contract/lab/scene.ts';
import { CommandError } from '#scripts/console/step.ts';

/** What somebody who typed an attack wanted to happen. */
export const GOALS = [
  'reveal-prompt',
  'list-emails',
  'refund',
  'change-contact',
  'link',
  'encode',
  'repeat',
] as const;
export type Goal = (typeof GOALS)[number];

const typedSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,58}$/),
  lang: z.string().regex(/^[a-z]{2}$/),
  /** How it was brought in: typed, in a pasted mail, or in another writing. */
  form: z.enum(['typed', 'email', 'base64', 'leet', 'spaced']),
  goal: z.enum(GOALS),
  text: z.string().min(1).max(TEXT_MAX),
  /** Whether the demo model was finished before this one was looked at. */
  held: z.boolean(),
});
export type Typed = z.infer<typeof typedSchema>;

/** Attacks that somebody typed, one JSON object a line. @throws CommandError with file and line */
export function readTyped(path: string): Typed[] {
  const lines = readLines(path);
  if (lines.length === 0) throw new CommandError(`${path}:1: no attack in it.`);
  return lines.map(({ line, at }) => {
    const parsed = typedSchema.safeParse(parse(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new CommandError(`${path}:${at}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'does not fit'}.`);
  });
} // prettier-ignore

function readLines(path: string): { line: string; at: number }[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line, index) => ({ line, at: index + 1 }))
      .filter(({ line }) => line.trim() !== '');
  } catch {
    throw new CommandError(`${path}: can’t be read.`);
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
