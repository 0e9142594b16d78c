import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Attack, attackSchema } from '#lib/contract/lab/attack.ts';
import { ABSENT } from './absent.ts';
import { DEFENCES } from './defences.ts';
import { ATLAS, OWASP_AGENTIC, OWASP_LLM } from './frameworks.ts';

const folder = new URL('catalogue/', import.meta.url);
const attacks: Attack[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => attackSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));

test('every id that an attack is mapped to stands in its list, and every defence in the table', () => {
  for (const { mappings, defence } of attacks) {
    for (const id of mappings.owasp) expect(OWASP_LLM).toHaveProperty([id]);
    for (const id of mappings.agentic) expect(OWASP_AGENTIC).toHaveProperty([id]);
    for (const id of mappings.atlas) expect(ATLAS).toHaveProperty([id]);
    expect(DEFENCES).toHaveProperty([defence.id]);
  }
});

test('an attack is mapped to both years of the LLM list', () => {
  for (const { id, mappings } of attacks)
    for (const year of ['2025', '2026'])
      expect([id, mappings.owasp.some((one) => one.endsWith(year))]).toEqual([id, true]);
});

test('each row of the OWASP lists has an attack, or a page that says why there is none', () => {
  const named = new Set([
    ...attacks.flatMap(({ mappings }) => [...mappings.owasp, ...mappings.agentic]),
    ...ABSENT.flatMap(({ owasp }) => owasp),
  ]);
  for (const id of [...Object.keys(OWASP_LLM), ...Object.keys(OWASP_AGENTIC)]) expect(named).toContain(id);
});

test('there are forty attacks at least, in every category, and none shares its title', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(40);
  expect(new Set(attacks.map(({ title }) => title)).size).toBe(attacks.length);
});
