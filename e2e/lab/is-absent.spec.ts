import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FAULTS } from '#lib/faults/table.ts';
import { ownFiles } from '#scripts/fences/take-out.ts';
import { root } from '#scripts/system/paths.ts';
import { testBuild } from '#scripts/test/start-app.ts';

/** What only a lab's build may hold: every planted fault by name, what plants them, and what the lab's own settings are called. */
const WORDS = [
  ...Object.keys(FAULTS),
  ...['withFaults', 'PLANTS_FAULTS', 'faults/on.ts', 'nowalls', 'countersign_lab', 'countersign-lab'],
  ...[
    'LAB_KEY',
    'LAB_SECRET',
    'LAB_CLASS_URL',
    'operations/lab',
    'components/lab',
    'contract/lab',
    'app/lab',
  ],
  ...['api/lab', 'redteam', '.lab.ts', 'LAB=1', '"LAB"'],
];

/** Pages and routes of the lab, by the address that their place in the tree gives them. */
function labAddresses(): string[] {
  return ownFiles(root)
    .filter((path) => /^app\/.*\/(?:page|route)\.lab\.tsx?$/.test(path))
    .map((path) =>
      path.replace(/^app|\/\([^)]+\)|\/(?:page|route)\.lab\.tsx?$/g, '').replaceAll(/\[[^\]]+\]/g, 'x'),
    );
}

test('a normal build holds no fault, route, setting or file of the attack lab, not even by name', () => {
  const build = join(root, testBuild);
  const files = globSync('{server,static}/**/*', { cwd: build, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const manifests = globSync('*.json', { cwd: build }).map((name) => join(build, name));
  expect(files.length).toBeGreaterThan(500);
  const found: string[] = [];
  for (const file of [...files, ...manifests]) {
    // The folder of this very clone may be called anything.
    const text = readFileSync(file, 'utf8').replaceAll(root, '');
    for (const word of WORDS) if (text.includes(word)) found.push(`${word} in ${file.slice(build.length)}`);
  }
  expect(found).toEqual([]);
});

test('every page and route of the attack lab is a 404 here, and says nothing else', async ({ request }) => {
  const addresses = labAddresses();
  expect(addresses).toContain('/api/v1/redteam/chat');
  for (const path of addresses) {
    for (const method of ['GET', 'POST'] as const) {
      const response = await request.fetch(path, {
        method,
        headers: { authorization: 'Bearer guess' },
        maxRedirects: 0,
      });
      expect([method, path, response.status()]).toEqual([method, path, 404]);
      expect(await response.text()).not.toMatch(/redteam|trainer|planted|attack lab/i);
    }
  }
});
