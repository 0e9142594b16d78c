import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BadDialogue, type Dialogue, readDialogues } from './dialogue-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(content: string): string {
  const path = join(folder, 'd.jsonl');
  writeFileSync(path, content);
  try {
    readDialogues(path);
  } catch (error) {
    if (error instanceof BadDialogue) return error.message.replace(path, 'd.jsonl');
    throw error;
  }
  return 'none';
}

const line = (more: object) =>
  JSON.stringify({ id: 'a', as: 'owner@northwind.test', turns: [{ say: 'Hi', expect: more }] });

describe('a bad dialogue file is refused in one line that names file, line and fault', () => {
  it.each([
    ['not JSON', `${line({})}\n{oops`, /^d\.jsonl:2: not JSON\.$/],
    ['a field too many', line({ mood: 1 }), /^d\.jsonl:1: turns\.0\.expect: /],
    ['an unknown account', line({}).replace('northwind', 'nowhere'), /^d\.jsonl:1: as: /],
    [
      'an unknown fact',
      line({ facts: ['balance.due|balance.dew'] }),
      /^d\.jsonl:1: no fact is called "balance\.dew"\. Known: .*balance\.due,/,
    ],
    [
      'an unknown tool',
      line({ tools: ['get_plan|get_all'] }),
      /^d\.jsonl:1: no tool is called "get_all"\. Known: get_balance,/,
    ],
    [
      'an unknown placeholder',
      line({}).replace('Hi', '{no.such:month}'),
      /^d\.jsonl:1: no fact is called "no\.such"/,
    ],
    ['an id twice', `${line({})}\n\n${line({})}`, /^d\.jsonl:3: the id "a" stands here a second time\.$/],
  ])('%s', (_name, content, message) => {
    expect(refusal(content)).toMatch(message);
    expect(refusal(content)).not.toContain('\n');
  });

  it('a file that is not there', () => {
    expect(() => readDialogues(join(folder, 'none.jsonl'))).toThrow(/none\.jsonl: cannot be read\.$/);
  });
});

describe('the dialogues that come with the project', () => {
  const home = join(import.meta.dirname, 'dialogues');
  const byFile = new Map<string, Dialogue[]>(
    readdirSync(home).map((file) => [file, readDialogues(join(home, file))]),
  );
  const conversations = [...byFile]
    .filter(([file]) => file !== 'innocent.jsonl')
    .flatMap(([, dialogues]) => dialogues);

  it('are at least 34, each of two to four turns and opened in eight wordings of its own', () => {
    const openings = Map.groupBy(conversations, ({ id }) => id.split('/')[0]);
    expect(openings.size).toBeGreaterThanOrEqual(34);
    for (const runs of openings.values()) {
      expect(new Set(runs.map((run) => run.turns[0]?.say)).size).toBe(8);
      for (const run of runs) expect([2, 3, 4]).toContain(run.turns.length);
    }
  });

  it('hold at least 20 innocent sentences that sound like an attack', () => {
    expect(byFile.get('innocent.jsonl')?.length).toBeGreaterThanOrEqual(20);
  });

  it('share no id between files', () => {
    const ids = [...byFile.values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
