import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, test } from 'vitest';
import { readCatalogue } from '#lib/operations/lab/catalogue/read-catalogue.ts';
import { readPack } from '#lib/operations/lab/pack/read-pack.ts';
import { writePack } from '#lib/operations/lab/pack/write-pack.ts';
import { root } from '#scripts/system/paths.ts';
import { importPack } from './import-pack.ts';

const { attacks } = readCatalogue(join(root, 'lib', 'operations', 'lab', 'catalogue'));
const [first] = attacks;
if (!first) throw new Error('The catalogue is empty.');
const good = JSON.stringify(first);

const folder = mkdtempSync(join(tmpdir(), 'countersign-pack-'));
const pack = join(folder, 'pack.jsonl');
let catalogue: string;
beforeEach(() => (catalogue = mkdtempSync(join(folder, 'catalogue-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(text: string | Uint8Array): string {
  writeFileSync(pack, text);
  try {
    importPack(pack, catalogue, { check: false });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    expect(readdirSync(catalogue)).toEqual([]);
  }
  return 'taken';
}

test('the whole catalogue goes out as JSON lines and comes in the same', () => {
  writeFileSync(pack, writePack(attacks));
  expect(readPack(pack)).toEqual(attacks);
  expect(importPack(pack, catalogue, { check: false })).toHaveLength(attacks.length);
  expect(readCatalogue(catalogue).attacks).toEqual(attacks);
});

test('a pack that is only checked adds nothing', () => {
  writeFileSync(pack, good);
  expect(importPack(pack, catalogue, { check: true })).toEqual([first.id]);
  expect(readdirSync(catalogue)).toEqual([]);
});

it.each<[string, string | Uint8Array, RegExp]>([
  ['no JSON', `${good}\n{"id": `, /pack\.jsonl:2: is no JSON/],
  ['no object', '[1]', /:1: is no attack/],
  ['no id', '{}', /:1: is no attack/],
  ['a missing field', JSON.stringify({ ...first, goal: undefined }), /:1: goal: /],
  [
    'a field that there is not',
    JSON.stringify({ ...first, run: 'rm -rf /' }),
    /:1: run: there is no such field/,
  ],
  [
    'an unknown defence',
    JSON.stringify({ ...first, defence: { ...first.defence, id: 'hope' } }),
    /:1: there is no defence/,
  ],
  ['an id that leads elsewhere', JSON.stringify({ ...first, id: '../../../etc/cron' }), /:1: id: /],
  ['an id twice', `${good}\n\n${good}`, /:3: the id .* stands in line 1 already/],
  ['a key twice', good.replace('{', `{"id":"${first.id}",`), /:1: /],
  ['keys of prototypes', good.replace('{', '{"__proto__":{"a":1},'), /:1: /],
  ['a line without end', JSON.stringify({ ...first, story: 'x'.repeat(100_000) }), /:1: larger than/],
  ['nothing', '\n\n', /:1: no attack in it/],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), /:1: is not UTF-8/],
])('a pack with %s is refused with file, line and reason, and nothing of it is taken', (_, text, reason) => {
  expect(refusal(text)).toMatch(reason);
});

test('neither a folder nor a file that is not there is read, and nothing is written over', () => {
  const refused = (path: string) => {
    try {
      return String(importPack(path, catalogue, { check: false }));
    } catch (error) {
      return String(error);
    }
  };
  expect(refused(folder)).toMatch(/is no plain file/);
  expect(refused(join(folder, 'none'))).toMatch(/can’t be read/);
  symlinkSync('/dev/zero', join(folder, 'endless'));
  expect(refused(join(folder, 'endless'))).toMatch(/is no plain file/);
  writeFileSync(pack, good);
  importPack(pack, catalogue, { check: false });
  expect(refused(pack)).toMatch(/:1: the catalogue has an attack/);
});
