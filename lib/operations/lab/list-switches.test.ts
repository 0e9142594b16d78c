import { expect, test } from 'vitest';
import { FAULTS } from '#lib/faults/table.ts';
import { PROFILES } from '#lib/contract/lab/profile.ts';
import { switchboardSchema } from '#lib/contract/lab/profile.ts';
import { PAGE_SWITCHES } from './defences.ts';
import {
  defenceIds,
  listSwitches,
  plantedBy,
  switchesOf,
  switchIds,
  UnknownSwitch,
} from './list-switches.ts';

test('every planted fault is the switch of exactly one defence, or one of the textbook’s', () => {
  const all = [...Object.keys(FAULTS), ...Object.keys(PAGE_SWITCHES)];
  expect(switchIds().toSorted()).toEqual(all.toSorted());
});

test('everything plants nothing: it is the application itself', () => {
  expect(plantedBy({ profile: 'everything' })).toEqual({ faults: [], policyOff: false, allowListOff: false });
  expect(switchesOf({ keeps: defenceIds() })).toEqual([]);
});

test('each weaker profile takes something away, and none takes away the most', () => {
  const most = switchesOf({ profile: 'none' });
  for (const profile of PROFILES.filter((name) => name !== 'everything' && name !== 'naive-patterns')) {
    const thrown = switchesOf({ profile });
    expect(thrown.length, profile).toBeGreaterThan(0);
    for (const id of thrown) expect(most, profile).toContain(id);
  }
});

test('the textbook’s patterns are added to nothing at all, and to nothing else', () => {
  const added = switchesOf({ profile: 'naive-patterns' }).filter(
    (id) => !switchesOf({ profile: 'none' }).includes(id),
  );
  expect(added).toEqual(['naive-input-patterns', 'naive-output-check']);
});

test('a standing defence is taken away by no profile, and by its own switches alone', () => {
  const standing = listSwitches().defences.filter(({ isStanding }) => isStanding);
  expect(standing.length).toBeGreaterThan(0);
  for (const { faults } of standing)
    for (const fault of faults) {
      for (const profile of PROFILES) expect(switchesOf({ profile })).not.toContain(fault);
      expect(switchesOf({ without: [fault] })).toEqual([fault]);
    }
});

test('a name that nobody knows is refused, whatever it is', () => {
  for (const name of ['luck', '__proto__', 'constructor', 'x'.repeat(10_000)]) {
    expect(() => switchesOf({ keeps: [name] })).toThrow(UnknownSwitch);
    expect(() => switchesOf({ without: [name] })).toThrow(UnknownSwitch);
  }
});

test('the switchboard is what the contract says', () => {
  expect(() => switchboardSchema.parse(listSwitches())).not.toThrow();
});
