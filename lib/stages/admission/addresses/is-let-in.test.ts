import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { canonicalAddress } from '#lib/kernel/ip-address.ts';
import { compileRules, isLetIn, type Rule } from './is-let-in.ts';
import { parseRange } from './parse-range.ts';

afterAll(closeDatabases);

const RUNS = Number(process.env.ADDRESS_RUNS || 40);
/** Few leading bits, so that addresses and ranges meet often. */
const byte = fc.constantFrom(0, 1, 10, 127, 128, 254, 255);
const v4 = fc.array(byte, { minLength: 4, maxLength: 4 }).map((bytes) => bytes.join('.'));
const group = fc.constantFrom('0', '1', '2001', 'db8', 'ffff', '8000', 'c0a8');
const v6 = fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'));
const address = fc.oneof(
  v4,
  v6,
  v4.map((one) => `::ffff:${one}`),
);
/** Any range; what lies beyond the prefix is cut off by PostgreSQL below. */
const range = fc.oneof(
  fc.tuple(v4, fc.integer({ min: 0, max: 32 })),
  fc.tuple(v6, fc.integer({ min: 0, max: 128 })),
);
const rule = fc.record({
  action: fc.constantFrom('allow' as const, 'deny' as const),
  range: range.map(([base, prefix]) => `${base}/${prefix}`),
});

/** What PostgreSQL's own operators say about the same rules and addresses: a second implementation, written by others. */
async function askPostgres(rules: readonly Rule[], addresses: readonly string[]): Promise<boolean[]> {
  const rows = await behindTheWalls<{ in: boolean }>(
    `WITH rule AS (SELECT r->>'action' AS action, (r->>'range')::inet AS range FROM jsonb_array_elements($1::jsonb) r)
     SELECT NOT EXISTS (SELECT FROM rule WHERE action = 'deny' AND a::inet <<= range)
        AND (NOT EXISTS (SELECT FROM rule WHERE action = 'allow') OR EXISTS (SELECT FROM rule WHERE action = 'allow' AND a::inet <<= range)) AS "in"
     FROM unnest($2::text[]) WITH ORDINALITY AS u(a, n) ORDER BY n`,
    [JSON.stringify(rules), addresses],
  );
  return rows.map((row) => row.in);
}

async function asNetworks(rules: readonly Rule[]): Promise<Rule[]> {
  const rows = await behindTheWalls<{ range: string }>(
    'SELECT network(r::inet)::inet::text AS range FROM unnest($1::text[]) WITH ORDINALITY AS u(r, n) ORDER BY n',
    [rules.map((one) => one.range)],
  );
  return rules
    .map(({ action }, index) => ({ action, range: rows[index]?.range ?? '' }))
    .filter((one) => parseRange(one.range) !== null);
}

describe('who is let in', () => {
  test('is what PostgreSQL says of the same rules, for every address and every spelling of it', async () => {
    const property = fc.asyncProperty(
      fc.array(rule, { maxLength: 6 }),
      fc.array(address, { minLength: 30, maxLength: 30 }),
      async (drawn, written) => {
        const rules = await asNetworks(drawn);
        const addresses = written.map((one) => canonicalAddress(one) ?? '');
        const compiled = compileRules(rules);
        const expected = await askPostgres(rules, addresses);
        expect(addresses.map((one) => isLetIn(compiled, one))).toEqual(expected);
        expect(written.map((one) => isLetIn(compiled, canonicalAddress(one.toUpperCase())))).toEqual(
          expected,
        );
        expect(written.map((one) => isLetIn(compiled, canonicalAddress(`[${one}]:443`)))).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  });

  test('is nobody who cannot be told, as soon as there is a rule', () => {
    expect(isLetIn(compileRules([]), null)).toBe(true);
    expect(isLetIn(compileRules([{ action: 'deny', range: '192.0.2.0/24' }]), null)).toBe(false);
    expect(isLetIn(compileRules([{ action: 'allow', range: '0.0.0.0/0' }]), null)).toBe(false);
  });

  test('is not decided by rules that can be read in part', () => {
    expect(() =>
      compileRules([
        { action: 'allow', range: '10.0.0.0/8' },
        { action: 'deny', range: '10.0.0.0/x' },
      ]),
    ).toThrow(RangeError);
  });

  test('in IPv6 is not also decided for IPv4: ::/0 is every IPv6 address and no other', () => {
    const rules = compileRules([{ action: 'allow', range: '::/0' }]);
    expect([isLetIn(rules, '2001:db8::1'), isLetIn(rules, '192.0.2.1')]).toEqual([true, false]);
  });
});

describe('a range', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.7', '192.0.2.7/32'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:a00:0/104', '10.0.0.0/8'],
  ])('%s is stored as %s', (written, text) => {
    expect(parseRange(written)?.text).toBe(text);
  });

  test.each([
    '',
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2/24',
    '010.0.0.1',
    '0x7f.0.0.1',
    '2001:db8::/129',
    'fe80::1%eth0/64',
    '::ffff:10.0.0.0/90',
    '10.0.0.0/8 ',
    '10.0.0.0/8/8',
    'localhost',
  ])('%j is none', (written) => {
    expect(parseRange(written)).toBeNull();
  });
});
