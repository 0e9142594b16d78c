import 'server-only';
import { join } from 'node:path';
import type { Attack } from '#lib/contract/lab/attack.ts';
import { type Catalogue, readCatalogue } from './read-catalogue.ts';

const FOLDER = join(process.cwd(), 'lib', 'operations', 'lab', 'catalogue');

/** The catalogue as it was when this process first asked for it: reading it takes longer than an attack. */
const read = new Map<string, Catalogue>();

/** The catalogue that this copy ships with. @throws BadAttack for a file that does not fit */
export function shippedCatalogue(): Catalogue {
  const known = read.get(FOLDER) ?? readCatalogue(FOLDER);
  read.set(FOLDER, known);
  return known;
}

export function findAttack(id: string): Attack | undefined {
  return shippedCatalogue().attacks.find((attack) => attack.id === id);
}
