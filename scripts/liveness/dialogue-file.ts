import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TOOL_TABLE } from '#lib/stages/tools/policy.ts';
import { FACT_NAMES, factNamed } from './facts/fact-names.ts';
import { placeholdersIn } from './fill-in.ts';

const expectSchema = z.strictObject({
  /** Each must run; `a|b` is satisfied by either. */
  tools: z.array(z.string()).default([]),
  /** Each must be in the answer's text; `a|b` is satisfied by either. */
  facts: z.array(z.string()).default([]),
  /** Facts that the answer must not state. */
  absent: z.array(z.string()).default([]),
  /** Whether a change is proposed for approval. */
  approval: z.boolean().default(false),
  /** The answer may be an offer of topics and nothing else. */
  offers: z.boolean().default(false),
  /** The answer must show a way to a person. */
  person: z.boolean().default(false),
});
const dialogueSchema = z.strictObject({
  id: z.string().min(1).max(120),
  as: z.enum(['owner@northwind.test', 'member@northwind.test', 'owner@acme.test', 'member@acme.test']),
  turns: z
    .array(z.strictObject({ say: z.string().min(1), expect: expectSchema.prefault({}) }))
    .min(1)
    .max(10),
});
export type Expectation = z.infer<typeof expectSchema>;
export type Dialogue = z.infer<typeof dialogueSchema>;

/** One line for the person at the keyboard: file, line and what is wrong there. */
export class BadDialogue extends Error {}

/**
 * The dialogues of a file, one JSON object per line; empty lines are skipped.
 * @throws BadDialogue naming file and line: not JSON, not of the form, an unknown fact or tool.
 */
export function readDialogues(path: string): Dialogue[] {
  const ids = new Set<string>();
  return linesOf(path).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${path}:${index + 1}`;
    const dialogue = parseLine(line, where);
    if (ids.has(dialogue.id))
      throw new BadDialogue(`${where}: the id "${dialogue.id}" stands here a second time.`);
    ids.add(dialogue.id);
    for (const turn of dialogue.turns) checkNames(turn.say, turn.expect, where);
    return [dialogue];
  });
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    throw new BadDialogue(`${path}: cannot be read.`);
  }
}

function parseLine(line: string, where: string): Dialogue {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadDialogue(`${where}: not JSON.`);
  }
  const parsed = dialogueSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BadDialogue(
    `${where}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not of the form'}.`,
  );
}

function checkNames(say: string, expect: Expectation, where: string): void {
  const facts = [...expect.facts, ...expect.absent].flatMap((fact) => fact.split('|'));
  for (const name of [...facts, ...placeholdersIn(say)]) {
    if (!factNamed(name))
      throw new BadDialogue(`${where}: no fact is called "${name}". Known: ${FACT_NAMES.join(', ')}.`);
  }
  for (const name of expect.tools.flatMap((tool) => tool.split('|'))) {
    if (!Object.hasOwn(TOOL_TABLE, name)) {
      throw new BadDialogue(
        `${where}: no tool is called "${name}". Known: ${Object.keys(TOOL_TABLE).join(', ')}.`,
      );
    }
  }
}
