import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from 'react';
import type { AttackChoice } from '#components/lab/run/choose/choices.ts';
import type { Absent, Level } from '#lib/contract/lab/level.ts';
import { type Matrix, matrixSchema } from '#lib/contract/lab/matrix.ts';
import type { Switchboard } from '#lib/contract/lab/profile.ts';
import { ABSENT } from '#lib/operations/lab/absent.ts';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { LEVELS } from '#lib/operations/lab/levels.ts';
import { listSwitches } from '#lib/operations/lab/list-switches.ts';

const MATRIX = join(process.cwd(), 'docs', 'lab', 'matrix.json');

export const readSwitchboard: () => Switchboard = cache(listSwitches);

/** What the run page offers. */
export function attackChoices(): AttackChoice[] {
  return shippedCatalogue().attacks.map(({ id, title, category, goal, plants }) => ({
    id,
    title,
    category,
    goal,
    plants,
  }));
}

export function readLevels(): readonly Level[] {
  return LEVELS;
}

export function readAbsent(): readonly Absent[] {
  return ABSENT;
}

/** The last measurement of `npm run lab`; null where there is none, or one of another form. */
export const lastMatrix = cache((): Matrix | null => {
  try {
    return matrixSchema.parse(JSON.parse(readFileSync(MATRIX, 'utf8')));
  } catch {
    return null;
  }
});
