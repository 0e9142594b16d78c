import { describe, expect, it } from 'vitest';
import { THRESHOLD } from '#lib/stages/input-guard/classifier/policy.ts';
import { describeThresholds, readWanted, refuseUnknown } from './threshold.ts';

describe('npm run guard:threshold', () => {
  it('only shows when nothing is asked for', () => {
    expect(readWanted({ unset: false })).toBeNull();
    const shown = describeThresholds({ changed: null, own: [] });
    expect(shown).toContain(`shipped threshold is ${THRESHOLD}.`);
    expect(shown).toContain('No customer');
  });

  it.each([
    ['0', 0],
    ['1.2', 1.2],
    ['3', 3],
  ])('takes %s', (set, threshold) => {
    expect(readWanted({ tenant: 'northwind', set, unset: false })).toEqual({
      tenant: 'northwind',
      threshold,
    });
  });

  it.each(['-0.01', '3.01', '9', '-1', '', 'NaN', 'Infinity', '1e0', '0x1', '1,2', '1.2 '])(
    'refuses %j with one sentence that says the bounds',
    (set) => {
      expect(() => readWanted({ tenant: 'northwind', set, unset: false })).toThrow(/from 0 to 3, not/);
    },
  );

  it('does not guess whose threshold, or which', () => {
    expect(() => readWanted({ set: '1.2', unset: false })).toThrow(/--tenant/);
    expect(() => readWanted({ tenant: 'northwind', unset: false })).toThrow(/--set NUMBER and --unset/);
    expect(() => readWanted({ tenant: 'northwind', set: '1.2', unset: true })).toThrow(/--set NUMBER/);
  });

  it('says that a name is nobody’s', () => {
    const unknown = Object.assign(new Error('not_found'), { code: 'not_found' });
    expect(() => refuseUnknown('nord')(unknown)).toThrow(
      'No customer is called "nord": nothing was changed.',
    );
    const other = new Error('connection lost');
    expect(() => refuseUnknown('nord')(other)).toThrow(other);
  });

  it('says what was and what is', () => {
    const changed = { tenant: 'northwind', threshold: 1.2, before: null };
    expect(describeThresholds({ changed, own: [{ tenant: 'northwind', threshold: 1.2 }] })).toBe(
      `northwind: the shipped ${THRESHOLD} before, 1.2 from the next message on.\n  northwind  1.2\n`,
    );
  });
});
