import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { listSources } from '#scripts/fences/list-sources.ts';
import { isTest } from '#scripts/fences/rooms.ts';
import { root } from '#scripts/system/paths.ts';
import { FAULTS } from './table.ts';

const load: unknown = createRequire(import.meta.url)('./without-faults.cjs');

function withoutFaults(source: string): string {
  if (typeof load !== 'function') throw new Error('The loader exports one function.');
  return String(load(source));
}

/** What a normal build is made of and asks for faults. */
const asking = listSources(root).filter(
  ({ path, text }) =>
    /^(?:app|lib|components)\//.test(path) && !isTest(path) && text.includes("from '#faults'"),
);

test('no source asks for a fault once the loader has read it, and lines stay where they are', () => {
  expect(asking.length).toBeGreaterThan(50);
  const names = Object.keys(FAULTS);
  for (const { path, text } of asking) {
    const rest = withoutFaults(text);
    expect([path, rest.match(/\bfault\(|#faults|PLANTS_FAULTS/g)]).toEqual([path, null]);
    expect([path, names.filter((name) => rest.includes(`'${name}'`))]).toEqual([path, []]);
    expect(rest.split('\n')).toHaveLength(text.split('\n').length);
    expect([path, parseSync(path, rest).errors]).toEqual([path, []]);
  }
});

test('what is left of a call is the word false, however it is wrapped', () => {
  const source =
    "import { fault, PLANTS_FAULTS } from '#faults';\nif (fault(\n  'no-owner-check',\n)) go(PLANTS_FAULTS);";
  expect(withoutFaults(source)).toBe('\nif (false\n\n) go(false);');
});

test('the build’s settings name the loader', () => {
  expect(readFileSync(join(root, 'next.config.mjs'), 'utf8')).toContain('./lib/faults/without-faults.cjs');
});
