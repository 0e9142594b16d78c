import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { absentSchema, levelsSchema } from '#lib/contract/lab/level.ts';
import { ABSENT } from './absent.ts';
import { DEFENCES } from './defences.ts';
import { LEVELS } from './levels.ts';

const attacks = new Set(
  readdirSync(new URL('catalogue/', import.meta.url)).map((file) => file.replace(/\.yaml$/, '')),
);

describe('the learning path', () => {
  test('has twelve levels in order, each about attacks of the catalogue and defences of the table', () => {
    expect(levelsSchema.parse({ levels: LEVELS }).levels.map(({ number }) => number)).toEqual(
      LEVELS.map((_, at) => at + 1),
    );
    for (const { beatenBy, stops, by } of LEVELS) {
      for (const id of [beatenBy, stops]) expect(id === null || attacks.has(id)).toBe(true);
      if ('keeps' in by) for (const id of by.keeps) expect(DEFENCES).toHaveProperty(id);
    }
  });

  test('each level stops what beat the one before it', () => {
    for (const [at, level] of LEVELS.entries()) expect(level.stops).toBe(LEVELS[at - 1]?.beatenBy ?? null);
  });
});

test('each kind of attack that there is none of says why', () => {
  expect(new Set(ABSENT.map(({ id }) => id)).size).toBe(ABSENT.length);
  for (const one of ABSENT) expect(absentSchema.parse(one)).toEqual(one);
});
