import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING } from './totals.ts';
import { usageCsv } from './usage-csv.ts';

const rowOf = (label: string, customer: string | null = null) => ({
  key: 'k',
  label,
  customer,
  totals: NOTHING,
});

/** Reads RFC 4180 as a spreadsheet does. */
function readCsv(csv: string): string[][] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('no cell of a download is a formula, whatever somebody calls themself', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '|', '%', ' =', '\n=', '  @'), fc.string())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(name, name, (label, customer) => {
      const rows = readCsv(usageCsv({ rows: [rowOf(label, customer)] }));
      expect(rows).toHaveLength(2);
      expect(rows[1]).toHaveLength(9);
      for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^\s*[=+\-@\t\r|%]/);
    }),
    { numRuns: 300 },
  );
});

test('names, quotes and commas come out as they went in', () => {
  const [, row] = readCsv(usageCsv({ rows: [rowOf('Northwind "Paper", Ltd', 'Ünïcode 北')] }));
  expect(row?.slice(0, 3)).toEqual(['k', 'Northwind "Paper", Ltd', 'Ünïcode 北']);
});
