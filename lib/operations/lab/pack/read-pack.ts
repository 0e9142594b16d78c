import 'server-only';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Attack } from '#lib/contract/lab/attack.ts';
import { BadAttack, parseAttack } from '../catalogue/parse-attack.ts';
import { CATALOGUE_FILE_MAX_BYTES, CATALOGUE_MAX_FILES } from '../policy.ts';
import { PACK_MAX_BYTES } from './policy.ts';

const namedSchema = z.looseObject({ id: z.string().max(60) });

/**
 * Attacks from a file of JSON lines. Each is held to everything that a file of the catalogue is; nothing is left out silently.
 * @throws BadAttack with the file, the line and the reason, for the first line that does not fit
 */
export function readPack(path: string): Attack[] {
  const attacks: Attack[] = [];
  const lines = new Map<string, number>();
  for (const [index, text] of readText(path).split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = index + 1;
    const attack = readLine(path, line, text);
    const earlier = lines.get(attack.id);
    if (earlier) throw new BadAttack(path, line, `the id ${attack.id} stands in line ${earlier} already.`);
    lines.set(attack.id, line);
    attacks.push(attack);
    if (attacks.length > CATALOGUE_MAX_FILES)
      throw new BadAttack(path, line, `more than ${CATALOGUE_MAX_FILES} attacks.`);
  }
  if (attacks.length === 0) throw new BadAttack(path, 1, 'no attack in it.');
  return attacks;
}

function readText(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    throw new BadAttack(path, 1, 'can’t be read.');
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new BadAttack(path, 1, 'is no plain file.');
    if (found.size > PACK_MAX_BYTES) throw new BadAttack(path, 1, `larger than ${PACK_MAX_BYTES} bytes.`);
    return decode(path, readFileSync(file));
  } finally {
    closeSync(file);
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadAttack(path, 1, 'is not UTF-8.');
  }
}

/** JSON is YAML: what reads the catalogue reads the line too, and refuses a key that stands twice. */
function readLine(path: string, line: number, text: string): Attack {
  if (Buffer.byteLength(text, 'utf8') > CATALOGUE_FILE_MAX_BYTES)
    throw new BadAttack(path, line, `larger than ${CATALOGUE_FILE_MAX_BYTES} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadAttack(path, line, 'is no JSON.');
  }
  const named = namedSchema.safeParse(value);
  if (!named.success) throw new BadAttack(path, line, 'is no attack: it has no id.');
  try {
    return parseAttack(`${named.data.id}.yaml`, text);
  } catch (error) {
    if (!(error instanceof BadAttack)) throw error;
    throw new BadAttack(path, line, error.reason);
  }
}
