import { describe, expect, test } from 'vitest';
import { cpuMs, leastOf } from '#scripts/test/cpu-time.ts';
import { parseEmail } from './email.ts';

describe('an address that looks like another person’s is refused', () => {
  test.each([
    ['full-width at sign', 'a＠b.com'],
    ['Cyrillic a', 'оwner@northwind.test'],
    ['full-width letters', 'ｏwner@northwind.test'],
    ['ligature', 'oﬃce@northwind.test'],
    ['Kelvin sign', '\u212Aim@northwind.test'],
    ['dotless i, which upper-cases to I', 'adm\u0131n@countersign.test'],
    ['zero-width space', 'owner\u200b@northwind.test'],
    ['non-breaking space around it', '\u00a0owner@northwind.test'],
    ['combining accent', 'owne\u0301r@northwind.test'],
    ['ideographic full stop', 'owner@northwind。test'],
  ])('%s', (_name, address) => {
    expect(parseEmail(address)).toBeNull();
  });
});

describe('what is not an address is refused', () => {
  test.each([
    ['empty', ''],
    ['two at signs', 'a@b@c.test'],
    ['header injection', 'a@b.test\r\nBcc: c@d.test'],
    ['a list', ['a@b.test']],
    ['a number', 7],
    ['absent', undefined],
    ['no dot in the domain', 'a@b'],
    ['longer than a path may be', `${'a'.repeat(250)}@b.test`],
  ])('%s', (_name, value) => {
    expect(parseEmail(value)).toBeNull();
  });
});

test('case and spaces around an address do not matter', () => {
  expect(parseEmail('  Owner@Northwind.TEST ')).toBe('owner@northwind.test');
});

test('a long run of near misses is refused in linear time', () => {
  const time = () => {
    const started = cpuMs();
    for (let round = 0; round < 200; round += 1) parseEmail(`a@${'a-'.repeat(120)}`);
    return cpuMs() - started;
  };
  // Some milliseconds; every way to part the run tried would take longer than anybody waits.
  expect(leastOf(5, () => time() - 500)).toBeLessThan(0);
});
