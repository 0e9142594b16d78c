import 'server-only';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '#lib/contract/lab/attack.ts';
import { CATEGORIES } from '#lib/contract/lab/attack.ts';
import { CATALOGUE_FILE_MAX_BYTES, CATALOGUE_MAX_FILES } from '../policy.ts';
import { BadAttack, parseAttack } from './parse-attack.ts';

/** `version` is a hash of every file's text: another catalogue, another version. */
export type Catalogue = { readonly attacks: readonly Attack[]; readonly version: string };

/**
 * Every `.yaml` file of a folder, in teaching order: category, difficulty, id. Nothing is left out silently.
 * @throws BadAttack for the first file that does not fit
 */
export function readCatalogue(folder: string): Catalogue {
  const names = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted();
  if (names.length > CATALOGUE_MAX_FILES)
    throw new BadAttack(folder, 1, `more than ${CATALOGUE_MAX_FILES} files.`);
  const hash = createHash('sha256');
  const attacks = names.map((name) => {
    const text = readText(folder, name);
    hash.update(`${name}\0${text}\0`);
    return parseAttack(name, text);
  });
  return { attacks: attacks.toSorted(inOrder), version: hash.digest('hex').slice(0, 16) };
}

/** A link could lead anywhere, and a huge file is not worth reading: both are refused before. */
function readText(folder: string, name: string): string {
  const path = join(folder, name);
  const found = lstatSync(path);
  if (!found.isFile()) throw new BadAttack(name, 1, 'is no plain file.');
  if (found.size > CATALOGUE_FILE_MAX_BYTES)
    throw new BadAttack(name, 1, `larger than ${CATALOGUE_FILE_MAX_BYTES} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new BadAttack(name, 1, 'is not UTF-8.');
  }
}

function inOrder(a: Attack, b: Attack): number {
  return (
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
    a.difficulty - b.difficulty ||
    (a.id < b.id ? -1 : 1)
  );
}
