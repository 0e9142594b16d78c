import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { DOOR_EXAMPLES } from './door-examples.test-data.ts';
import { findBreaches } from './find-breaches.ts';
import { listSources } from './list-sources.ts';
import { FENCES } from './rules.ts';
import { STYLE_EXAMPLES } from './style-examples.test-data.ts';
import { WALL_EXAMPLES } from './wall-examples.test-data.ts';

const EXAMPLES = [...WALL_EXAMPLES, ...DOOR_EXAMPLES, ...STYLE_EXAMPLES];

const caughtBy = (id: string, path: string, text: string): boolean =>
  findBreaches(
    [{ path, text }],
    FENCES.filter((fence) => fence.id === id),
  ).length > 0;

describe('every fence', () => {
  it('has an example that shows it stands', () => {
    expect(EXAMPLES.map(({ id }) => id).toSorted()).toEqual(FENCES.map(({ id }) => id).toSorted());
  });

  it.each(EXAMPLES)('$id is shown both ways', ({ caught, clean }) => {
    expect(caught.length).toBeGreaterThan(0);
    expect(clean.length).toBeGreaterThan(0);
  });

  for (const { id, caught, clean } of EXAMPLES) {
    it.each(caught)(`${id} catches a violation planted in %s: %s`, (path, text) => {
      expect(caughtBy(id, path, text)).toBe(true);
    });
    it.each(clean)(`${id} lets the clean form in %s pass: %s`, (path, text) => {
      expect(caughtBy(id, path, text)).toBe(false);
    });
  }
});

describe('the rules that docs/fences.md states', () => {
  const rows = readFileSync(new URL('../../docs/fences.md', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5);
  const fencesOf = (rule: string): string[] =>
    rows.filter(([, number]) => number === rule).flatMap(([, , fences]) => (fences ?? '').split(', '));

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 'style'] as const)('rule %s has the fences it names', (rule) => {
    const standing = FENCES.filter((fence) => fence.rule === rule).map(({ id }) => id);
    expect(standing.length).toBeGreaterThan(0);
    expect(fencesOf(String(rule)).toSorted()).toEqual(standing.toSorted());
  });
});

describe('the fences around this tree', () => {
  it('name the file, the line and the reason', () => {
    const planted = { path: 'lib/stages/tools/run.ts', text: "import 'server-only';\n\nenum A {}\n" };
    expect(findBreaches([planted])).toEqual([
      { path: planted.path, line: 3, id: 'no-enums', why: 'as const tables' },
    ]);
  });

  it('see every room', () => {
    const paths = listSources(new URL('../../', import.meta.url).pathname).map(({ path }) => path);
    for (const start of [
      'lib/contract/',
      'lib/kernel/',
      'lib/stages/',
      'components/',
      'app/',
      'scripts/',
      'next.config.mjs',
    ]) {
      expect(
        paths.some((path) => path.startsWith(start)),
        start,
      ).toBe(true);
    }
    expect(paths.filter((path) => /node_modules|lib\/generated|(?:^|\/)\.next/.test(path))).toEqual([]);
  });
});
