import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { namesOnRing, openAll, ownRing, ROTATE, rotate, run, storeKeys } from './rotation.test-data.ts';

const ring = ownRing();
/** Points at which a rotation is killed: KILLS=50 tries more. */
const KILLS = Number(process.env.KILLS || 2);
beforeAll(storeKeys);
afterAll(closeDatabases);

const onRing = () => namesOnRing(ring);

describe('a rotation', () => {
  test('runs beside people who begin and read conversations, and nothing fails for them', async () => {
    const people = run('lib/operations/keys/use-keys.test-data.ts', []);
    await once(people.child.stderr, 'data');
    await sleep(1_500);
    for (const active of ['kek-2', 'kek-3'])
      expect((await rotate()).report).toMatchObject({ active, unreadable: [] });
    await sleep(500);
    people.child.kill('SIGTERM');
    const { out, said } = await people.ended;
    const counts = JSON.parse(out || `{"failed":["${said}"]}`);
    expect(counts.failed).toEqual([]);
    expect(counts.begun).toBeGreaterThan(20);
    expect(counts.read).toBeGreaterThan(100);
    expect((await openAll()).keks).toEqual(new Set(['kek-3']));
  });

  test(
    'killed anywhere loses nothing, and one more run finishes it',
    async () => {
      const before = (await openAll()).keys;
      const began = performance.now();
      await rotate();
      const wholeMs = performance.now() - began;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { child, ended } = run(ROTATE, ['--json']);
        // Most of it is the start of a process; what matters is its last part.
        await sleep(wholeMs * (0.4 + 0.6 * Math.random()));
        child.kill('SIGKILL');
        await ended;
        // As it was left, everything opens: to this process, which has not been started anew, too.
        expect((await openAll()).keys).toEqual(before);
        const again = await rotate();
        expect(again, again.said).toMatchObject({ code: 0, report: { unreadable: [] } });
        const after = await openAll();
        expect(after.keys).toEqual(before);
        expect(after.keks).toEqual(new Set([onRing()[0]]));
        const retired = await behindTheWalls<{ id: string }>('SELECT id FROM retired_kek');
        expect(new Set(retired.map(({ id }) => id))).toEqual(new Set(onRing().slice(1)));
      }
    },
    600_000 + KILLS * 60_000,
  );
});
