import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const FOLDERS = ['lib', 'app', 'components', 'scripts', 'prisma', 'e2e'];
const SOURCE = /\.(?:tsx?|mjs)$/;

/** Every source file of ours under the root, with its text. Generated code is left out. */
export function listSources(root: string): { path: string; text: string }[] {
  const inRoot = readdirSync(root).filter((name) => SOURCE.test(name) && name !== 'next-env.d.ts');
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const paths = [...inRoot, ...inFolders].filter((path) => !path.startsWith('lib/generated/')).toSorted();
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
