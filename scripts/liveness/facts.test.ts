import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import { seedTenant } from '../../prisma/seed.ts';
import { checkAnswer } from './check-answer.ts';
import { readDialogues } from './dialogue-file.ts';
import { FACT_NAMES, resolveFact } from './facts/fact-names.ts';
import { fillIn } from './fill-in.ts';
import { ledgerOf } from './invite.ts';
import type { Ledger } from './ledger.ts';
import { wholeLedger } from './whole-ledger.ts';

const home = join(import.meta.dirname, 'dialogues');
const dialogues = readdirSync(home).flatMap((file) => readDialogues(join(home, file)));
const ledgers = new Map<string, Ledger>();

beforeAll(async () => {
  for (const spec of ['northwind', 'acme'] as const) {
    const { tenantId, persons } = await seedTenant({ spec });
    ledgers.set(
      spec,
      ledgerOf({ personId: persons[0]?.id ?? '', role: 'owner', homeTenantId: tenantId }, spec),
    );
  }
});
afterAll(closeDatabases);

function ledgerFor(name: string): Ledger {
  const ledger = [...ledgers].find(([spec]) => name.includes(spec))?.[1];
  if (!ledger) throw new Error(`No ledger for ${name}.`);
  return ledger;
}

describe.each(['northwind', 'acme'])('in the ledger of %s', (spec) => {
  it('every fact can be looked up, and those that dialogues expect have a value', async () => {
    const empty: string[] = [];
    for (const name of FACT_NAMES) if (!(await resolveFact(name, ledgerFor(spec)))) empty.push(name);
    const expected = dialogues
      .filter(({ as }) => as.includes(spec))
      .flatMap(({ turns }) => turns.flatMap((turn) => [...turn.expect.facts, ...turn.expect.absent]));
    expect(expected.filter((names) => names.split('|').every((name) => empty.includes(name)))).toEqual([]);
  });

  it('every sentence that names a fact can be filled in', async () => {
    for (const { turns } of dialogues.filter(({ as }) => as.includes(spec))) {
      for (const { say } of turns) expect(await fillIn(say, ledgerFor(spec))).not.toMatch(/[{}]/u);
    }
  });

  it('an amount that the ledger does not hold is wrong, one that it holds is merely not looked up', async () => {
    const ledger = ledgerFor(spec);
    const known = await wholeLedger(ledger, { months: 2 });
    const evidence = { today: ledger.today, currency: ledger.currency, cards: [], typed: [] };
    const check = (text: string) =>
      checkAnswer(text, {
        ...evidence,
        wholeLedger: () => Promise.resolve(known),
        statuses: () => Promise.resolve(new Map()),
      });
    const { total } = (await ledger.comparison())?.newer ?? {};
    const minor = total?.amountMinor ?? 0;
    const said = (amountMinor: number) => `It comes to ${(amountMinor / 100).toFixed(2)} ${ledger.currency}.`;
    expect(minor).toBeGreaterThan(0);
    expect((await check(said(minor))).wrong).toEqual([]);
    expect((await check(said(minor))).unverified).toHaveLength(1);
    expect((await check(said(minor + 1_000_003))).wrong).toHaveLength(1);
  });
});
