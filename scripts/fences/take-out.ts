import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Visitor } from 'oxc-parser';
import { belongsTo, operationOf } from './operations.ts';
import { parseSource } from './source.ts';

const TASKS = 'lib/tasks.ts';

/** Paths from the root of every file that is tracked or would be: what a clone holds after the next commit. */
export function ownFiles(root: string): string[] {
  const { stdout } = spawnSync(
    'git',
    ['-C', root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    },
  );
  return [...new Set(stdout.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Each operation that can be taken out. */
export function listOperations(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => operationOf(path) ?? []))].toSorted();
}

/**
 * A copy of these files in a folder of its own below `.data`, where the packages are found by walking up; the
 * generated database client is linked in. Returns where it is.
 */
export function copyTree(root: string, paths: readonly string[]): string {
  const data = join(root, '.data');
  mkdirSync(data, { recursive: true });
  const copy = mkdtempSync(join(data, 'copy-'));
  for (const path of paths) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'lib/generated'), join(copy, 'lib/generated'));
  const types = ['next', 'next/image-types/global'].map((name) => `/// <reference types="${name}" />\n`);
  writeFileSync(join(copy, 'next-env.d.ts'), types.join(''));
  return copy;
}

/** Deletes what belongs to this operation, and its lines in `lib/tasks.ts`. Returns the names of its tasks. */
export function takeOut(copy: string, paths: readonly string[], operation: string): string[] {
  for (const path of paths) if (belongsTo(operation, path)) rmSync(join(copy, path), { force: true });
  rmSync(join(copy, 'lib/operations', operation), { recursive: true, force: true });
  const without = withoutOperation(readFileSync(join(copy, TASKS), 'utf8'), operation);
  writeFileSync(join(copy, TASKS), without.text);
  return without.taskNames;
}

type Span = { start: number; end: number };

/** The text of `lib/tasks.ts` without this operation's imports and the tasks that use what they import. */
export function withoutOperation(text: string, operation: string): { text: string; taskNames: string[] } {
  const { program, imports } = parseSource(TASKS, text);
  const gone: Span[] = [];
  const imported: string[] = [];
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration') continue;
    const edge = imports.find(({ specifier }) => specifier === node.source.value);
    if (!edge || operationOf(edge.target) !== operation) continue;
    gone.push(node);
    imported.push(...node.specifiers.map(({ local }) => local.name));
  }
  const uses = new RegExp(`\\b(?:${imported.join('|')})\\b`);
  const tasks: string[] = [];
  new Visitor({
    ArrayExpression: ({ elements, end }) => {
      for (const [place, element] of elements.entries()) {
        if (!element || imported.length === 0) continue;
        const task = text.slice(element.start, element.end);
        if (!uses.test(task)) continue;
        tasks.push(task);
        gone.push({ start: element.start, end: elements[place + 1]?.start ?? end - 1 });
      }
    },
  }).visit(program);
  const rest = gone
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return { text: rest, taskNames: tasks.flatMap((task) => /\bname: '([^']+)'/.exec(task)?.[1] ?? []) };
}

/** Every import of our own files that leads nowhere, as `from → to`. Generated files are there by another way. */
export function brokenImports(copy: string, files: readonly { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) =>
    parseSource(path, text)
      .imports.filter(({ isOwn, target }) => isOwn && !existsSync(join(copy, target)))
      .map(({ target }) => `${path} → ${target}`),
  );
}
