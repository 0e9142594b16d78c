import { randomBytes } from 'node:crypto';
import type { KeyringEntry, Ring } from '#lib/kernel/cipher/kek/parse-ring.ts';
import { keksOnRing } from '#lib/kernel/cipher/kek/provider.ts';
import { countKeys, listRetired } from '#lib/operations/keys/count-keys.ts';
import { RETIRED_KEPT_DAYS } from '#lib/operations/keys/policy.ts';
import { CommandError } from '#scripts/console/step.ts';
import type { RingPlace } from './ring-place.ts';

/** What a rotation is going to do. */
export type Plan = {
  /** The key that wraps everything afterwards. */
  readonly active: string;
  /** The same key where it has to be made first; null where an earlier rotation made it and did not come to its end. */
  readonly added: KeyringEntry | null;
  /** Keys that wrap something, or are not retired yet, and how many they wrap. */
  readonly old: readonly { readonly kekId: string; readonly keys: number }[];
  /** Retired keys that leave the ring. */
  readonly forgotten: readonly string[];
};

/**
 * Decides whether a rotation begins or an earlier one goes on: it goes on where another key than the active one still wraps
 * something, or is not retired.
 * @throws {CommandError} where nothing can be done here, or a needed key is not there
 */
export async function planRotation(place: RingPlace | { elsewhere: string }): Promise<Plan> {
  const [wrapping, retired] = [await countKeys(), await listRetired()];
  const { active, known } = keksOnRing();
  const lost = [...wrapping.keys()].find((id) => !known.includes(id));
  if (lost) throw new CommandError(`No key ${lost} is set, which stored keys still need: put it back first.`);
  if (retired.has(active))
    throw new CommandError(
      `${active} is retired and wraps nothing any more: put another key in front of it.`,
    );
  const unretired = known.filter((id) => !retired.has(id));
  const others = (ids: Iterable<string>, than: string) => [...new Set(ids)].filter((id) => id !== than);
  const unfinished = others([...wrapping.keys(), ...unretired], active);
  const count = (ids: readonly string[]) => ids.map((kekId) => ({ kekId, keys: wrapping.get(kekId) ?? 0 }));
  if (unfinished.length > 0) return { active, added: null, old: count(unfinished), forgotten: [] };
  if ('elsewhere' in place)
    throw new CommandError(`${place.elsewhere}, restart the app, and run this again.`);
  const id = nextId([...known, ...wrapping.keys(), ...retired.keys()]);
  const forgotten = known.filter(
    (name) => (retired.get(name) ?? 0) > RETIRED_KEPT_DAYS && !wrapping.has(name),
  );
  return { active: id, added: { id, key: randomBytes(32) }, old: count([active]), forgotten };
}

/** The ring with the new key in front of it and without those that are forgotten. */
export function nextRing(ring: Ring, { added, forgotten }: Plan): Ring {
  const kept = ring.filter(({ id }) => !forgotten.includes(id));
  return added ? [added, ...kept] : kept;
}

function nextId(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/^kek-(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `kek-${Math.max(0, ...numbers) + 1}`;
}
