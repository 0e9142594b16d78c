import type { Category } from '#lib/contract/lab/attack.ts';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import type { Plant } from '#lib/contract/lab/scene.ts';
import type { RunRequest } from '#lib/contract/lab/trace.ts';
import type { Side } from '../pane.ts';

/** What the run page knows of an attack before it runs. */
export type AttackChoice = {
  id: string;
  title: string;
  category: Category;
  goal: string;
  /** What a third party left in the ledger before. */
  plants: readonly Plant[];
};

/** What will be run: an attack of the catalogue, or somebody's own words. */
export type What =
  { kind: 'attack'; id: string } | { kind: 'typed'; messages: readonly string[]; plant: string };

export type Choice = { what: What; by: Readonly<Record<Side, DefendedBy>> };

/** The request of one side, or null while nothing is typed. */
export function requestOf({ what, by }: Choice, side: Side): RunRequest | null {
  if (what.kind === 'attack') return { what: { attack: what.id }, by: by[side] };
  const typed = what.messages.map((text) => text.trim()).filter((text) => text !== '');
  const plant = what.plant.trim();
  if (typed.length === 0) return null;
  return { what: { typed, ...(plant === '' ? {} : { plant }) }, by: by[side] };
}

/** The texts of others that a run begins with. */
export function plantedBy({ what }: Choice, attacks: readonly AttackChoice[]): string[] {
  if (what.kind === 'typed') return what.plant.trim() === '' ? [] : [what.plant.trim()];
  return attacks.find(({ id }) => id === what.id)?.plants.map(({ text }) => text) ?? [];
}
