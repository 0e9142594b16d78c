import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { root } from '#scripts/system/paths.ts';
import { listSources } from './list-sources.ts';
import { operationOf } from './operations.ts';
import { brokenImports, copyTree, listOperations, takeOut, ownFiles, withoutOperation } from './take-out.ts';

const paths = ownFiles(root);
const operations = listOperations(paths);

/** What the compiler finds wrong in this copy. */
function typeErrors(copy: string): string {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--noEmit', '--incremental', 'false'], {
    cwd: copy,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('lib/tasks.ts', () => {
  const tasks = `import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { CRON } from './operations/retention/policy.ts';
import { count } from './operations/usage/count.ts';

export const TASKS: readonly Task[] = [
  { name: 'retention.purge', cron: CRON, run: () => purge() },
  { name: 'usage.count', run: () => count() },
  { name: 'partitions.ensure', run: () => database('jobs') },
];
`;
  it('loses the lines of what is taken out, and no others', () => {
    const { text, taskNames } = withoutOperation(tasks, 'retention');
    expect(taskNames).toEqual(['retention.purge']);
    expect(text).not.toMatch(/retention|CRON/);
    expect(text).toContain("{ name: 'usage.count', run: () => count() },\n  { name: 'partitions.ensure'");
    expect(withoutOperation(text, 'usage').text).toMatch(/= \[\s*\{ name: 'partitions\.ensure'[^{]*\}/);
  });

  it('stays as it is where nothing of it is taken out', () => {
    expect(withoutOperation(tasks, 'privacy')).toEqual({ text: tasks, taskNames: [] });
  });
});

test('there is something to take out', () => {
  expect(operations).toContain('retention');
  expect(operations).not.toContain('jobs');
});

describe.each(operations)('a copy without %s', (operation) => {
  let copy: string;
  let taskNames: string[];
  beforeAll(() => {
    copy = copyTree(root, paths);
    taskNames = takeOut(copy, paths, operation);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has no file, task or import of it left', () => {
    const files = listSources(copy);
    expect(files.filter(({ path }) => operationOf(path) === operation)).toEqual([]);
    expect(brokenImports(copy, files)).toEqual([]);
    expect(readFileSync(join(copy, 'lib/tasks.ts'), 'utf8')).not.toContain(`operations/${operation}/`);
    const named = files.filter(
      ({ path, text }) =>
        !path.startsWith('scripts/fences/') && taskNames.some((name) => text.includes(`'${name}'`)),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

// One compilation for all: what names a file that is gone is found above, for each by itself.
test('a copy without any of them type-checks', () => {
  const copy = copyTree(root, paths);
  try {
    for (const operation of operations) takeOut(copy, paths, operation);
    expect(typeErrors(copy)).toBe('');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('an import that leads nowhere in a copy is noticed', () => {
  const copy = copyTree(root, paths);
  try {
    rmSync(join(copy, 'lib/operations/retention/schedule.ts'));
    expect(brokenImports(copy, listSources(copy))).toContain(
      'lib/tasks.ts → lib/operations/retention/schedule.ts',
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
