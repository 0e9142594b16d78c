import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { STAGES } from '#lib/contract/stages.ts';
import { root } from '#scripts/system/paths.ts';
import { inCode } from './fence.ts';
import { listSources } from './list-sources.ts';
import { parseSource } from './source.ts';

const sources = listSources(root);
const names: readonly string[] = STAGES;

/** Every `stage: '…'` written in an object of this file, as `path:line value`. */
function stagesIn(path: string, text: string): { place: string; value: string }[] {
  const { program, lineOf } = parseSource(path, text);
  const found: { place: string; value: string }[] = [];
  new Visitor({
    Property: ({ key, value, start }) => {
      if (key.type !== 'Identifier' || key.name !== 'stage') return;
      if (value.type === 'Literal' && typeof value.value === 'string')
        found.push({ place: `${path}:${lineOf(start)}`, value: value.value });
    },
  }).visit(program);
  return found;
}

/** The value that each insertion of an audit entry gives its `stage`, read by the place of the column. */
function stagesInSql(text: string): string[] {
  const inserts = /INSERT INTO cs\.audit_entry \(([^)]*)\)\s*VALUES \(([^;]*)\)/g;
  return [...text.matchAll(inserts)].flatMap(([, columns = '', values = '']) => {
    const place = columns.split(',').findIndex((column) => column.trim() === 'stage');
    if (place < 0) return [];
    // Commas inside brackets belong to one value.
    const flat = values.replaceAll(/\([^()]*\)/g, '');
    return [(flat.split(',')[place] ?? '').trim().replaceAll("'", '')];
  });
}

describe('a stage has one name', () => {
  it('as a folder of lib/stages and in the contract', () => {
    const folders = new Set(sources.flatMap(({ path }) => /^lib\/stages\/([^/]+)\//.exec(path)?.[1] ?? []));
    expect([...folders].filter((folder) => !names.includes(folder))).toEqual([]);
    expect(names.filter((name) => !folders.has(name))).toEqual([]);
  });

  it('in every audit entry and event that code writes', () => {
    const written = sources
      // The attack lab's walls are more than stages: its own schema names them all.
      .filter(({ path }) => inCode(path) && /^(?:lib|app)\/(?!operations\/lab\/)/.test(path))
      .flatMap(({ path, text }) => stagesIn(path, text));
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter(({ value }) => !names.includes(value))).toEqual([]);
  });

  it('in every audit entry that SQL writes', () => {
    const folder = join(root, 'prisma/migrations');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.sql'),
    );
    const written = scripts.flatMap((name) => stagesInSql(readFileSync(join(folder, name), 'utf8')));
    expect(written.length).toBeGreaterThan(1);
    expect(written.filter((value) => !names.includes(value))).toEqual([]);
  });

  it('and another name is noticed wherever it stands', () => {
    expect(stagesIn('lib/a.ts', "record({ stage: 'intake', rule: 'a' });")).toEqual([
      { place: 'lib/a.ts:1', value: 'intake' },
    ]);
    expect(
      stagesInSql("INSERT INTO cs.audit_entry (id, role, stage) VALUES ((a->>'b')::uuid, p.role, 'intake');"),
    ).toEqual(['intake']);
  });
});
