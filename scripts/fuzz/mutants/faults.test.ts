import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fault, withFaults } from '#faults';
import { FAULT_MACROS } from '#scripts/fuzz/mutants/fault-macros.ts';
import { MACROS } from '#scripts/fuzz/macros/all-macros.ts';
import type { Fault } from '#lib/faults/fault.ts';
import { FAULTS } from '#lib/faults/table.ts';
import { readMigrations } from '#scripts/database/migrations-folder.ts';
import { roleStatements } from '#scripts/database/role-sql.ts';
import { roleUrls } from '#scripts/database/roles.ts';
import { listSources } from '#scripts/fences/list-sources.ts';
import { root } from '#scripts/system/paths.ts';

const ids = Object.keys(FAULTS);
const isBesides = (id: string) => {
  const found: Fault | undefined = Object.entries(FAULTS).find(([name]) => name === id)?.[1];
  return found?.second === true || found?.labOnly === true;
};

test('a normal process plants nothing, whatever is asked of it', () => {
  expect(fault('no-owner-check')).toBe(false);
  expect(() => withFaults(['no-owner-check'], () => fault('no-owner-check'))).toThrow(/plants no faults/);
});

test('#faults leads to the constant without the condition, and to the planted ones with it alone', () => {
  const resolved = (...flags: string[]) =>
    execFileSync(
      process.execPath,
      [...flags, '--input-type=module', '-e', "process.stdout.write(import.meta.resolve('#faults'))"],
      { encoding: 'utf8', cwd: root },
    );
  expect(resolved('--conditions=react-server')).toMatch(/lib\/faults\/off\.ts\s*$/);
  expect(resolved('--conditions=faults')).toMatch(/lib\/faults\/on\.ts\s*$/);
});

test('every fault of the table is planted somewhere, and every planted one is in the table', () => {
  const sources = listSources(root).filter(
    ({ path }) => path.startsWith('lib/') && !path.startsWith('lib/faults/'),
  );
  const planted = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/\bfault\('([a-z-]+)'\)/g)].map(([, id]) => id)),
  );
  expect([...planted].toSorted()).toEqual(ids.toSorted());
});

test('every fault but those behind others and the lab’s own has directed scripts, and every wall that is named exists', () => {
  const named = new Set(MACROS.map(({ name }) => name));
  for (const id of ids) {
    const macros = Object.entries(FAULT_MACROS).find(([name]) => name === id)?.[1] ?? [];
    expect(macros.length > 0, id).toBe(!isBesides(id));
    for (const macro of macros) expect(named, id).toContain(macro);
  }
  const walls = Object.values(FAULTS).flatMap(({ backstops }) => [...backstops]);
  for (const wall of walls) expect([...ids, 'database-constraints']).toContain(wall);
});

test('the way past row-level security is made by no migration and by no set-up of roles', () => {
  const urls = roleUrls('postgresql://x:y@127.0.0.1:5432/z', 'cs', {});
  const statements = [
    ...readMigrations('cs').map(({ sql }) => sql),
    ...roleStatements('cs', urls, new Set()),
  ];
  for (const statement of statements) expect(statement).not.toMatch(/BYPASSRLS|nowalls/i);
});
