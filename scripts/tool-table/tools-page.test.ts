import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { root } from '#scripts/system/paths.ts';
import { renderToolsPage, TOOLS_PAGE } from './render-page.ts';

test('docs/tools.md says what the policy tables say', async () => {
  const path = join(root, TOOLS_PAGE);
  const options = { ...(await resolveConfig(path)), filepath: path };
  expect(readFileSync(path, 'utf8')).toBe(await format(renderToolsPage(), options));
});
