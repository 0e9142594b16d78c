import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Attack } from '#lib/contract/lab/attack.ts';
import { BadAttack } from '#lib/operations/lab/catalogue/parse-attack.ts';
import { readPack } from '#lib/operations/lab/pack/read-pack.ts';

/**
 * Adds the attacks of a pack to a catalogue's folder, one file each; all of them or none. What is there already is never written over.
 * @returns the ids that were added, or would be
 * @throws BadAttack
 */
export function importPack(pack: string, folder: string, options: { check: boolean }): string[] {
  const attacks = readPack(pack);
  const known = attacks.findIndex(({ id }) => existsSync(fileOf(folder, id)));
  const [clash] = known < 0 ? [] : attacks.slice(known);
  if (clash) throw new BadAttack(pack, known + 1, `the catalogue has an attack ${clash.id} already.`);
  if (!options.check)
    for (const attack of attacks) writeFileSync(fileOf(folder, attack.id), toYaml(attack), { flag: 'wx' });
  return attacks.map(({ id }) => id);
}

/** The id is lower-case letters, digits and hyphens: it can name no other folder. */
function fileOf(folder: string, id: string): string {
  return join(folder, `${id}.yaml`);
}

function toYaml(attack: Attack): string {
  return stringify(attack, { lineWidth: 110, aliasDuplicateObjects: false });
}
