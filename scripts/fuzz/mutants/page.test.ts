import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '#lib/faults/fault.ts';
import { FAULTS } from '#lib/faults/table.ts';
import { root } from '#scripts/system/paths.ts';

test('docs/fuzz.md lists every planted fault that it must see in the words of the table, and no other', () => {
  const page = readFileSync(join(root, 'docs', 'fuzz.md'), 'utf8');
  const listed = page.split('\n').flatMap((line) => {
    const [, id, stage, what] = /^\| `([a-z-]+)` *\| ([a-z-]+) *\| (.*?) *\|/.exec(line) ?? [];
    return id === undefined ? [] : [[id, stage, what].join(' | ')];
  });
  const table = Object.entries<Fault>(FAULTS)
    .filter(([, { labOnly }]) => labOnly !== true)
    .map(([id, { stage, what }]) => [id, stage, what].join(' | '));
  expect(listed).toEqual(table);
});
