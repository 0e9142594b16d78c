import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { root } from '#scripts/system/paths.ts';
import { PROVIDERS_PAGE, renderProvidersPage } from './render-page.ts';

test('docs/providers.md says what the model room’s tables say', async () => {
  const path = join(root, PROVIDERS_PAGE);
  const options = { ...(await resolveConfig(path)), filepath: path };
  expect(readFileSync(path, 'utf8')).toBe(await format(renderProvidersPage(), options));
});
