import 'server-only';
import type { Defence, DefendedBy, FaultSwitch, Profile } from '#lib/contract/lab/profile.ts';
import { PROFILES } from '#lib/contract/lab/profile.ts';
import type { Fault } from '#lib/faults/fault.ts';
import { type FaultId, FAULTS } from '#lib/faults/table.ts';
import { DEFENCES, type DefenceId, NAIVE, PAGE_SWITCHES, type SwitchId } from './defences.ts';
import { PROFILE_TABLE } from './policy.ts';

/** What is planted in the application, and what of the page is off. */
export type Planted = {
  readonly faults: readonly FaultId[];
  readonly policyOff: boolean;
  readonly allowListOff: boolean;
};

/** Somebody named a defence or a switch that there is none of. */
export class UnknownSwitch extends Error {}

/** Everything that can be switched, for pages and commands. */
export function listSwitches(): { defences: Defence[]; profiles: Profile[]; faults: FaultSwitch[] } {
  return {
    defences: Object.entries(DEFENCES).map(([id, row]) => ({
      id,
      title: row.title,
      does: row.does,
      stage: row.stage,
      faults: [...row.faults],
      isStanding: 'isStanding' in row,
    })),
    profiles: PROFILES.map((name) => {
      const { title, says } = PROFILE_TABLE[name];
      return { name, title, says, keeps: keptBy(name), faults: [...switchesOf({ profile: name })] };
    }),
    faults: switchIds().map((id) => ({ id, ...describe(id), defence: defenceOf(id) ?? 'textbook' })),
  };
}

/** The ids of the defences that a profile keeps. */
export function keptBy(name: (typeof PROFILES)[number]): DefenceId[] {
  const { keeps } = PROFILE_TABLE[name];
  return defenceIds().filter((id) => isStanding(id) || keeps === 'all' || keeps.some((kept) => kept === id));
}

/** Every switch that is thrown. @throws UnknownSwitch */
export function switchesOf(by: DefendedBy): SwitchId[] {
  if ('without' in by) return by.without.map(toSwitch);
  const kept: readonly string[] = 'profile' in by ? keptBy(by.profile) : by.keeps.map(toDefence);
  const gone = defenceIds().filter((id) => !isStanding(id) && !kept.includes(id));
  const added: readonly SwitchId[] =
    'profile' in by && by.profile === 'naive-patterns' ? PROFILE_TABLE['naive-patterns'].adds : [];
  return [...gone.flatMap((id): readonly SwitchId[] => DEFENCES[id].faults), ...added];
}

/** The same, sorted by who throws them. @throws UnknownSwitch */
export function plantedBy(by: DefendedBy): Planted {
  const switches = switchesOf(by);
  return {
    faults: switches.filter(isFaultId),
    policyOff: switches.includes('page-policy-off'),
    allowListOff: switches.includes('page-renders-anything'),
  };
}

/** The defence that a switch takes away; none for those that add something. */
export function defenceOf(id: SwitchId): DefenceId | undefined {
  return defenceIds().find((defence) => DEFENCES[defence].faults.some((fault) => fault === id));
}

export function switchIds(): SwitchId[] {
  return [...defenceIds().flatMap((id): readonly SwitchId[] => DEFENCES[id].faults), ...NAIVE];
}

function describe(id: SwitchId): { stage: string; what: string; level: number } {
  if (!isFaultId(id)) return { stage: 'page', what: PAGE_SWITCHES[id], level: 1 };
  const { stage, what, level }: Fault = FAULTS[id];
  return { stage, what, level };
}

export function defenceIds(): DefenceId[] {
  return Object.keys(DEFENCES).filter(isDefenceId);
}

function isStanding(id: DefenceId): boolean {
  return 'isStanding' in DEFENCES[id];
}

export function isDefenceId(id: string): id is DefenceId {
  return Object.hasOwn(DEFENCES, id);
}

function isFaultId(id: string): id is FaultId {
  return Object.hasOwn(FAULTS, id);
}

function toDefence(id: string): DefenceId {
  if (isDefenceId(id)) return id;
  throw new UnknownSwitch(`There is no defence ${JSON.stringify(id.slice(0, 60))}.`);
}

function toSwitch(id: string): SwitchId {
  const found = switchIds().find((known) => known === id);
  if (found) return found;
  throw new UnknownSwitch(`There is no switch ${JSON.stringify(id.slice(0, 60))}.`);
}
