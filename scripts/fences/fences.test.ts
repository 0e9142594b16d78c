import { describe, expect, it } from 'vitest';
import { findBreaches } from './find-breaches.ts';
import { listSources } from './list-sources.ts';
import { FENCES } from './rules.ts';
import { STYLE_EXAMPLES } from './style-examples.test-data.ts';
import { WALL_EXAMPLES } from './wall-examples.test-data.ts';

const EXAMPLES = [...WALL_EXAMPLES, ...STYLE_EXAMPLES];

const caughtBy = (id: string, path: string, text: string): boolean =>
  findBreaches(
    [{ path, text }],
    FENCES.filter((fence) => fence.id === id),
  ).length > 0;

describe('every fence', () => {
  it('has an example that shows it stands', () => {
    expect(EXAMPLES.map(({ id }) => id).toSorted()).toEqual(FENCES.map(({ id }) => id).toSorted());
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
