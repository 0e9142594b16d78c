import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { scoreView } from '#lib/stages/input-guard/classifier/classify.ts';
import { THRESHOLD, THRESHOLD_BOUNDS } from '#lib/stages/input-guard/classifier/policy.ts';
import { SHIPPED } from '#lib/stages/input-guard/measure.ts';
import { screen } from '#lib/stages/input-guard/screen.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { foldLetters } from '#lib/stages/input-guard/views/fold-letters.ts';
import { readGrammars } from '#scripts/guard/grammar/read-grammar.ts';
import { listGuardThresholds, setGuardThreshold } from './set-guard-threshold.ts';

/** Of the attacks that the guard learns from the first one, without alternatives, that it scores on the wanted side of the shipped threshold, well within the bounds. */
const ATTACKS = readGrammars()
  .filter(({ name }) => name === 'en.subtle')
  .flatMap(({ templates }) => templates)
  .filter(({ label, text }) => label === 'attack' && !text.includes('{'));
const between = (least: number, most: number): string => {
  const found = ATTACKS.find(({ text }) => {
    const score = scoreView(foldLetters(screeningForm(text)));
    if (score < least + 0.02 || score > most - 0.02) return false;
    return screen(text, { ...SHIPPED, threshold: least }).rule === 'classifier.plain';
  });
  if (found === undefined) throw new Error(`no attack scores between ${least} and ${most}`);
  return found.text;
};
const ABOVE = between(THRESHOLD, THRESHOLD_BOUNDS.most);
const BELOW = between(THRESHOLD_BOUNDS.least, THRESHOLD);

let provider: FaultyProvider;
let person: Person;
let other: Person;
let tenant: string;
beforeAll(async () => {
  provider = await startProviderInUse();
  [person, other] = [await makePerson({ spec: 'northwind' }), await makePerson({ spec: 'northwind' })];
  const [row] = await behindTheWalls<{ slug: string }>('SELECT slug FROM tenant WHERE id = $1', [
    person.viewer.homeTenantId,
  ]);
  tenant = row?.slug ?? '';
});
afterAll(() => provider.close());

async function rulesOf(who: Person, text: string, conversationId?: string): Promise<string[]> {
  provider.script({ mode: 'text', text: 'All right.', pieces: 1 });
  const turn = await runTurn(who, { text, ...(conversationId ? { conversationId } : {}) });
  const rows = await behindTheWalls<{ rule: string }>(
    `SELECT rule FROM audit_entry WHERE turn_id = $1 AND action = 'stage.flagged' AND stage = 'input-guard'`,
    [turn.turnId],
  );
  return rows.map(({ rule }) => rule);
}

describe('a threshold of one’s own', () => {
  test('holds from the next message on, for this tenant alone', async () => {
    expect(await rulesOf(person, ABOVE)).toEqual(['classifier.plain']);
    expect(await rulesOf(person, BELOW)).toEqual([]);

    await setGuardThreshold({ tenant, threshold: THRESHOLD_BOUNDS.least });
    expect(await rulesOf(person, BELOW)).toEqual(['classifier.plain']);
    expect(await rulesOf(other, BELOW)).toEqual([]);

    await setGuardThreshold({ tenant, threshold: THRESHOLD_BOUNDS.most });
    expect(await rulesOf(person, ABOVE)).toEqual([]);
    expect(await rulesOf(other, ABOVE)).toEqual(['classifier.plain']);

    await setGuardThreshold({ tenant, threshold: null });
    expect(await rulesOf(person, ABOVE)).toEqual(['classifier.plain']);
  });

  test('is listed, and says what it was before', async () => {
    expect(await setGuardThreshold({ tenant, threshold: 1.2 })).toEqual({
      tenant,
      threshold: 1.2,
      before: null,
    });
    expect(await listGuardThresholds()).toContainEqual({ tenant, threshold: 1.2 });
    expect(await setGuardThreshold({ tenant, threshold: null })).toEqual({
      tenant,
      threshold: null,
      before: 1.2,
    });
    expect((await listGuardThresholds()).map((one) => one.tenant)).not.toContain(tenant);
  });

  test('leaves an entry each time it is changed, in nobody’s name', async () => {
    const entries = await behindTheWalls(
      `SELECT person_id, role, outcome, rule, subject_id, facts FROM audit_entry
       WHERE tenant_id = $1 AND action = 'guard.threshold_set' ORDER BY at DESC, id DESC LIMIT 2`,
      [person.viewer.homeTenantId],
    );
    const one = {
      person_id: null,
      role: 'operator',
      outcome: 'allowed',
      subject_id: person.viewer.homeTenantId,
    };
    expect(entries).toEqual([
      { ...one, rule: 'shipped', facts: { before: 1.2, after: THRESHOLD } },
      { ...one, rule: 'own', facts: { before: THRESHOLD, after: 1.2 } },
    ]);
  });

  test.each([-0.01, 3.01, Number.NaN, Number.POSITIVE_INFINITY])('is never %d', async (threshold) => {
    await expect(setGuardThreshold({ tenant, threshold })).rejects.toThrow(RangeError);
    const setting = behindTheWalls('UPDATE tenant SET guard_threshold = $1 WHERE slug = $2', [
      threshold,
      tenant,
    ]);
    await expect(setting).rejects.toThrow(/tenant_guard_threshold/);
  });

  test('may be either end of the bounds, as the database says too', async () => {
    for (const threshold of Object.values(THRESHOLD_BOUNDS))
      expect(await setGuardThreshold({ tenant, threshold })).toMatchObject({ threshold });
    await setGuardThreshold({ tenant, threshold: null });
  });

  test('is nobody’s whose name is unknown', async () => {
    await expect(setGuardThreshold({ tenant: 'nobody', threshold: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('is not changed by the application, whoever asks', async () => {
    for (const role of ['owner', 'admin', 'agent'] as const) {
      const viewer = { ...person.viewer, role };
      const set = () => withViewer(viewer, (tx) => tx.$executeRaw`UPDATE cs.tenant SET guard_threshold = 3`);
      expect(await sqlStateOf(set), role).toBe('42501');
    }
  });

  test('is set by an operator in nobody’s name but an operator’s', async () => {
    const { viewer } = person;
    const entry = { tenantId: viewer.homeTenantId, action: 'guard.threshold_set', outcome: 'allowed' };
    for (const forged of [
      { ...entry, personId: viewer.personId, role: 'operator' },
      { ...entry, role: 'owner' },
      { ...entry, role: 'operator', tenantId: other.viewer.homeTenantId },
    ]) {
      const write = () =>
        withViewer(
          viewer,
          (tx) => tx.auditEntry.createMany({ data: [{ id: crypto.randomUUID(), ...forged }] }),
          'owner',
        );
      expect(await sqlStateOf(write)).toBe('42501');
    }
  });
});
