import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { closeDatabases, type Tx, withViewer } from '#lib/kernel/db.ts';
import { confirmFactor } from './confirm-factor.ts';
import { consumeProof } from './consume-proof.ts';
import { enrolFactor } from './enrol-factor.ts';
import { hasFactor } from './has-factor.ts';
import { noteWrongCode } from './note-wrong-code.ts';
import { proveFactor } from './prove-factor.ts';
import { readFactor } from './read-factor.ts';
import { removeFactor } from './remove-factor.ts';
import { codeAt } from './time-code.ts';

afterEach(() => moveClock('0'));
afterAll(closeDatabases);

async function stepNow(): Promise<bigint> {
  const [row] = await behindTheWalls<{ step: string }>(
    'SELECT floor(extract(epoch FROM cs.now()) / 30)::bigint AS step',
  );
  return BigInt(row?.step ?? 0);
}

/** Someone with a confirmed factor, its secret, and the recovery codes. */
async function makeProven() {
  const person = await makePerson();
  const { viewer } = person;
  const { secret } = await inOwn(person, (tx) => enrolFactor(viewer, tx, { account: person.email }));
  const step = (await stepNow()) - 1n;
  const codes = await inOwn(person, (tx) => confirmFactor(viewer, tx, { code: codeAt(secret, step) }));
  if (!codes) throw new Error('The code was refused.');
  return { person, viewer, secret, codes, unused: async () => codeAt(secret, await stepNow()) };
}

const inOwn = <T>({ viewer }: Pick<Person, 'viewer'>, work: (tx: Tx) => Promise<T>) =>
  withViewer(viewer, work);

type Proven = Awaited<ReturnType<typeof makeProven>>;
const prove = ({ viewer }: Proven, code: string) => withViewer(viewer, (tx) => proveFactor(viewer, tx, code));
/** As a decision does: recognised in one transaction, used up in another. */
async function use(proven: Proven, code: string): Promise<boolean> {
  const proof = await prove(proven, code);
  return proof !== null && withViewer(proven.viewer, (tx) => consumeProof(proven.viewer, tx, proof));
}
const fail = ({ viewer }: Proven) => withViewer(viewer, (tx) => noteWrongCode(viewer, tx));

describe('a code', () => {
  test('works once, and neither it nor an older one works again', async () => {
    const proven = await makeProven();
    const code = await proven.unused();
    const older = codeAt(proven.secret, (await stepNow()) - 1n);
    expect(await use(proven, code)).toBe(true);
    expect([await use(proven, code), await use(proven, older)]).toEqual([false, false]);
  });

  test('the one that confirmed the factor is used up by that', async () => {
    const proven = await makeProven();
    expect(await prove(proven, codeAt(proven.secret, (await stepNow()) - 1n))).toBeNull();
  });

  test('used twenty times at once works once', async () => {
    const proven = await makeProven();
    const proof = await prove(proven, await proven.unused());
    if (!proof) throw new Error('The code was refused.');
    const { viewer } = proven;
    const uses = Array.from({ length: 20 }, () =>
      withViewer(viewer, (tx) => consumeProof(viewer, tx, proof)),
    );
    expect((await Promise.all(uses)).filter(Boolean)).toEqual([true]);
  });

  test('is used inside the transaction of what it is for: when that fails, the code is still good', async () => {
    const proven = await makeProven();
    const { viewer } = proven;
    const code = await proven.unused();
    const proof = await prove(proven, code);
    const failing = withViewer(viewer, async (tx) => {
      if (proof) await consumeProof(viewer, tx, proof);
      throw new Error('the change was refused');
    });
    await expect(failing).rejects.toThrow('the change was refused');
    expect(await use(proven, code)).toBe(true);
  });

  test('can be used while its person acts in another tenant', async () => {
    const proven = await makeProven();
    const other = await makePerson();
    const proof = await prove(proven, await proven.unused());
    const acting = { ...proven.viewer, actingTenantId: other.viewer.homeTenantId };
    const used = withViewer(acting, async (tx) => ({
      has: await hasFactor(acting, tx),
      used: proof && (await consumeProof(acting, tx, proof)),
    }));
    expect(await used).toEqual({ has: true, used: true });
  });

  test('grows old between being recognised and being used', async () => {
    const proven = await makeProven();
    const proof = await prove(proven, await proven.unused());
    await moveClock('5 minutes');
    const { viewer } = proven;
    expect(proof && (await withViewer(viewer, (tx) => consumeProof(viewer, tx, proof)))).toBe(false);
  });

  test('may be written with a gap', async () => {
    const proven = await makeProven();
    const code = await proven.unused();
    expect(await use(proven, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
  });
});

describe('wrong codes', () => {
  test('five in a row shut the factor for a quarter of an hour, for right codes and recovery codes too', async () => {
    const proven = await makeProven();
    const early = await prove(proven, await proven.unused());
    for (let round = 0; round < 5; round += 1) await fail(proven);
    expect(await prove(proven, await proven.unused())).toBeNull();
    expect(await prove(proven, proven.codes[0] ?? '')).toBeNull();
    const { viewer } = proven;
    // Recognised before, and too late now.
    expect(early && (await withViewer(viewer, (tx) => consumeProof(viewer, tx, early)))).toBe(false);
    // More wrong ones prolong nothing.
    await fail(proven);
    await moveClock('901 seconds');
    expect(await use(proven, await proven.unused())).toBe(true);
  });

  test('are forgotten after a right one', async () => {
    const proven = await makeProven();
    for (let round = 0; round < 4; round += 1) await fail(proven);
    expect(await use(proven, await proven.unused())).toBe(true);
    await fail(proven);
    expect((await withViewer(proven.viewer, (tx) => readFactor(proven.viewer, tx))).lockedForS).toBe(0);
  });

  test('tried forty at once, five are looked at', async () => {
    const proven = await makeProven();
    const { viewer } = proven;
    const guess = () =>
      withViewer(viewer, async (tx) => {
        if (await proveFactor(viewer, tx, 'not-a-code')) return;
        await noteWrongCode(viewer, tx);
      });
    await Promise.all(Array.from({ length: 40 }, guess));
    const [row] = await behindTheWalls('SELECT failures FROM second_factor WHERE person_id = $1', [
      viewer.personId,
    ]);
    expect(row).toEqual({ failures: 5 });
  });
});

describe('a recovery code', () => {
  test('works once, however it is typed', async () => {
    const proven = await makeProven();
    const [code = ''] = proven.codes;
    expect(proven.codes).toHaveLength(10);
    expect(await use(proven, code.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(await use(proven, code)).toBe(false);
    const state = await withViewer(proven.viewer, (tx) => readFactor(proven.viewer, tx));
    expect(state.recoveryCodesLeft).toBe(9);
  });

  test('used twenty times at once works once', async () => {
    const proven = await makeProven();
    const proof = await prove(proven, proven.codes[3] ?? '');
    if (!proof) throw new Error('The code was refused.');
    const { viewer } = proven;
    const uses = Array.from({ length: 20 }, () =>
      withViewer(viewer, (tx) => consumeProof(viewer, tx, proof)),
    );
    expect((await Promise.all(uses)).filter(Boolean)).toEqual([true]);
  });

  test('of another person works for nobody else', async () => {
    const [one, two] = [await makeProven(), await makeProven()];
    expect(await prove(two, one.codes[0] ?? '')).toBeNull();
  });
});

describe('a factor', () => {
  test('that no code has confirmed proves nothing', async () => {
    const person = await makePerson();
    const { viewer } = person;
    const { secret } = await inOwn(person, (tx) => enrolFactor(viewer, tx, { account: person.email }));
    const code = codeAt(secret, await stepNow());
    const shown = await inOwn(person, async (tx) => ({
      has: await hasFactor(viewer, tx),
      proof: await proveFactor(viewer, tx, code),
      forged: await consumeProof(viewer, tx, { kind: 'step', step: await stepNow() }),
      wrong: await confirmFactor(viewer, tx, { code: '000000' === code ? '000001' : '000000' }),
    }));
    expect(shown).toEqual({ has: false, proof: null, forged: false, wrong: null });
  });

  test('that stands is not replaced, only removed, and that takes a code', async () => {
    const proven = await makeProven();
    const { viewer } = proven;
    await expect(
      inOwn(proven.person, (tx) => enrolFactor(viewer, tx, { account: 'a@b.test' })),
    ).rejects.toMatchObject({ code: 'no_longer_possible' });
    expect(await inOwn(proven.person, (tx) => removeFactor(viewer, tx, { code: '12 34' }))).toBe(false);
    const code = await proven.unused();
    expect(await inOwn(proven.person, (tx) => removeFactor(viewer, tx, { code }))).toBe(true);
    const left = await behindTheWalls('SELECT 1 FROM recovery_code WHERE person_id = $1', [viewer.personId]);
    expect(left).toEqual([]);
    expect(await inOwn(proven.person, (tx) => hasFactor(viewer, tx))).toBe(false);
  });

  test('of another person is out of reach, also for whoever names them', async () => {
    const [one, two] = [await makeProven(), await makePerson()];
    const posing = { ...two.viewer };
    const reached = await inOwn(two, async (tx) => ({
      seen: await tx.secondFactor.count(),
      proof: await proveFactor(posing, tx, await one.unused()),
      used: await consumeProof(one.viewer, tx, { kind: 'step', step: await stepNow() }),
      failed: await noteWrongCode(one.viewer, tx),
      gone: (await tx.secondFactor.deleteMany({ where: { personId: one.viewer.personId } })).count,
    }));
    expect(reached).toEqual({ seen: 0, proof: null, used: false, failed: undefined, gone: 0 });
    expect(await use(one, await one.unused())).toBe(true);
  });

  test('lies sealed in the database: neither its secret nor a recovery code is in any row', async () => {
    const { secret, codes, viewer } = await makeProven();
    const [row] = await behindTheWalls<{ secret: Buffer; all: string }>(
      `SELECT f.secret, f::text || (SELECT string_agg(r::text, ' ') FROM recovery_code r WHERE r.person_id = f.person_id) AS all
       FROM second_factor f WHERE f.person_id = $1`,
      [viewer.personId],
    );
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
      expect(row?.secret.includes(text)).toBe(false);
      expect(row?.all.includes(text) || row?.all.includes(hex(text))).toBe(false);
    }
  });

  test('moved to another person does not open there', async () => {
    const [one, two] = [await makeProven(), await makeProven()];
    await behindTheWalls(
      'UPDATE second_factor SET secret = (SELECT secret FROM second_factor WHERE person_id = $1) WHERE person_id = $2',
      [one.viewer.personId, two.viewer.personId],
    );
    await expect(prove(two, await one.unused())).rejects.toMatchObject({ name: 'CipherError' });
  });
});
