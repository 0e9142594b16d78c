import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#scripts/system/paths.ts';
import { writtenPages } from './written-pages.ts';

test('the records of processing and the schema of copies say what the tables say', async () => {
  const pages = await writtenPages();
  expect(pages.map(({ path }) => path)).toContain('docs/records-of-processing.md');
  for (const { path, text } of pages) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});
