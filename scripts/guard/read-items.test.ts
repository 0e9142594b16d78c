import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItems } from './read-items.ts';

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'guard-')), 'set.jsonl');
  writeFileSync(path, text);
  return path;
}

describe('a set', () => {
  it('is one object per line; kind and source may be missing, other fields are not read', () => {
    const path = fileOf('{"text":"Hi","label":"benign","license":"MIT"}\n\n');
    expect(readItems(path)).toEqual([{ text: 'Hi', label: 'benign', kind: 'unnamed', source: 'unnamed' }]);
  });

  it.each([
    ['not JSON', 'hello'],
    ['label', '{"text":"Hi","label":"maybe"}'],
    ['no items', '\n'],
  ])('is refused in one line that names the place: %s', (what, text) => {
    expect(() => readItems(fileOf(text))).toThrow(what);
  });

  it('that is missing is refused', () => {
    expect(() => readItems('/nowhere/set.jsonl')).toThrow('cannot be read');
  });
});
