import { expect, test } from 'vitest';
import { RUNS_AT_ONCE, RUNS_AT_ONCE_PLAYER } from './policy.ts';
import { takeSlot } from './run-slots.ts';

const staying = new AbortController().signal;

test('so many runs are computed at once, everybody else waits in line, and a place that comes back is the next one’s', async () => {
  const given = await Promise.all(
    Array.from({ length: RUNS_AT_ONCE }, (_, n) => takeSlot(`player ${n}`, staying)),
  );
  const entered: string[] = [];
  const waiting = ['a', 'b'].map(async (name) => {
    const leave = await takeSlot(name, staying);
    entered.push(name);
    return leave;
  });
  await Promise.resolve();
  expect(entered).toEqual([]);
  given[0]?.();
  given[0]?.();
  await waiting[0];
  expect(entered).toEqual(['a']);
  given[1]?.();
  for (const leave of await Promise.all(waiting)) leave();
  for (const leave of given.slice(2)) leave();
});

test('two panes of one player go together, a third is asked to wait for them', async () => {
  const given = await Promise.all(
    Array.from({ length: RUNS_AT_ONCE_PLAYER }, () => takeSlot('eager', staying)),
  );
  await expect(takeSlot('eager', staying)).rejects.toMatchObject({ code: 'in_progress' });
  for (const leave of given) leave();
  (await takeSlot('eager', staying))();
});

test('whoever leaves while waiting gives up the place in line', async () => {
  const given = await Promise.all(
    Array.from({ length: RUNS_AT_ONCE }, (_, n) => takeSlot(`player ${n}`, staying)),
  );
  const left = new AbortController();
  const waiting = takeSlot('gone', left.signal);
  left.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'busy' });
  const next = takeSlot('next', staying);
  given[0]?.();
  (await next)();
  for (const leave of given.slice(1)) leave();
});
