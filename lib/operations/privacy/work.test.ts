import { afterAll, afterEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { beginErasure } from './erase/begin-erasure.ts';
import { buildExport } from './export/build-export.ts';
import { downloadExport } from './export/download-export.ts';
import { requestExport } from './export/request-export.ts';
import { goOnWithPrivacy, workOnErasures } from './work.ts';

afterEach(() => moveClock('0'));
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

const begin = ({ viewer }: Person) =>
  beginErasure(viewer, {
    scope: 'account',
    scopeId: viewer.personId,
    tokenHash: Buffer.from(newId().replaceAll('-', '').repeat(2), 'hex'),
    requestId: newId(),
  });
async function makeCopy({ viewer }: Person): Promise<string> {
  const { exportId } = await requestExport(viewer, { requestId: newId() });
  await buildExport(exportId);
  return exportId;
}
const stateOf = async (id: string) =>
  (await behindTheWalls<{ state: string }>('SELECT state FROM erasure WHERE id = $1', [id]))[0]?.state;
const chunksOf = (id: string) => behindTheWalls('SELECT 1 FROM export_chunk WHERE export_id = $1', [id]);

test('an erasure that fails keeps neither others, nor copies, nor the sweep of those that were fetched', async () => {
  const [bad, good, copier, waiter] = await Promise.all([0, 1, 2, 3].map(() => makePerson()));
  if (!bad || !good || !copier || !waiter) throw new Error('nobody is there');
  const old = await makeCopy(copier);
  await behindTheWalls(
    `UPDATE data_export SET state = 'downloaded', downloaded_at = cs.now() - interval '61 minutes' WHERE id = $1`,
    [old],
  );
  const first = await begin(bad);
  const second = await begin(good);
  // A row that can't be read makes each try fail, as a step would that the database refuses.
  await behindTheWalls(`UPDATE erasure SET keys = '{"not": "a list"}' WHERE id = $1`, [first]);
  const { exportId } = await requestExport(waiter.viewer, { requestId: newId() });
  await expect(goOnWithPrivacy()).rejects.toBeInstanceOf(Error);
  expect(await stateOf(first)).toBe('running');
  expect(await stateOf(second)).toBe('done');
  expect(await chunksOf(old)).toEqual([]);
  expect(await behindTheWalls('SELECT state FROM data_export WHERE id = $1', [exportId])).toEqual([
    { state: 'ready' },
  ]);

  const third = await begin(await makePerson());
  await expect(workOnErasures([first, third])).rejects.toBeInstanceOf(Error);
  expect(await stateOf(third)).toBe('done');
  await behindTheWalls('DELETE FROM erasure WHERE id = $1', [first]);
});

test('what is left of a copy goes once, and not while it may still be on its way', async () => {
  const person = await makePerson();
  const id = await makeCopy(person);
  const chunk = await chunksOf(id);
  expect(chunk.length).toBeGreaterThan(0);
  // Handed out, and its client reads slowly.
  const { pieces } = await downloadExport(person.viewer, { id, requestId: newId() });
  await goOnWithPrivacy();
  expect(await chunksOf(id)).toEqual(chunk);
  // The process that streamed it died: nothing was cleared.
  await moveClock('61 minutes');
  await goOnWithPrivacy();
  expect(await chunksOf(id)).toEqual([]);
  const touched = () => behindTheWalls('SELECT xmin::text FROM data_export WHERE id = $1', [id]);
  const before = await touched();
  await goOnWithPrivacy();
  expect(await touched()).toEqual(before);
  await pieces.return(undefined);
});
