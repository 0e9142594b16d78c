import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { pause, resume } from '#e2e/fixtures/pause.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import { WITHIN_A_SECOND_MS } from '#scripts/test/soon.ts';
import { isPaused, startKillSwitch, stopKillSwitch, watchKillSwitch, whenFlagsKnown } from './kill-switch.ts';

const subject = { tenantId: newId(), model: 'a-model' };
const SOON = { timeout: WITHIN_A_SECOND_MS, interval: 20 };

beforeEach(startKillSwitch);
afterEach(async () => {
  stopKillSwitch();
  await behindTheWalls('GRANT SELECT ON flag TO cs_app');
  await resume();
});
afterAll(closeDatabases);

describe('the kill switch in a process', () => {
  test('is on until the flags were read', async () => {
    stopKillSwitch();
    expect(isPaused(subject)).toBe(true);
    await startKillSwitch();
    expect(isPaused(subject)).toBe(false);
  });

  test('is seen within a second, and taken back within a second', async () => {
    await pause('global');
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
    await resume();
    await expect.poll(() => isPaused(subject), SOON).toBe(false);
  });

  test('is on for everything whatever the subject of a global flag says', async () => {
    await pause('global', 'all');
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
  });

  test('holds for the customer, the model and the tool it names, and for no other', async () => {
    await pause('model', 'another-model');
    await pause('tool', 'get_spend');
    // The last one: a reading that has it has the others.
    await pause('tenant', subject.tenantId);
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
    await expect.poll(() => isPaused({ tenantId: newId(), model: 'a-model' }), SOON).toBe(false);
    expect(isPaused({ tenantId: newId(), model: 'another-model' })).toBe(true);
    expect(isPaused({ tenantId: newId(), model: 'a-model' }, 'get_spend')).toBe(true);
    await expect.poll(() => isPaused({ tenantId: newId(), model: 'a-model' }, 'get_plan'), SOON).toBe(false);
  });

  test('ends work in flight within a second, with the reason', async () => {
    const { signal, release } = watchKillSwitch(subject);
    const bystander = watchKillSwitch({ tenantId: newId(), model: 'a-model' });
    await pause('tenant', subject.tenantId);
    await expect.poll(() => signal.aborted, SOON).toBe(true);
    expect(signal.reason).toBeInstanceOf(AppError);
    expect(signal.reason).toMatchObject({ code: 'paused' });
    expect(bystander.signal.aborted).toBe(false);
    release();
    bystander.release();
  });

  test('is on when the flags can no longer be read: work in flight holds still until they are', async () => {
    const { signal, release } = watchKillSwitch(subject);
    await whenFlagsKnown(signal);
    await behindTheWalls('REVOKE SELECT ON flag FROM cs_app');
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
    let isHeld = true;
    const held = whenFlagsKnown(signal).then(() => (isHeld = false));
    await sleep(500);
    expect([isHeld, signal.aborted]).toEqual([true, false]);
    await behindTheWalls('GRANT SELECT ON flag TO cs_app');
    await held;
    expect([isPaused(subject), signal.aborted]).toEqual([false, false]);
    release();
  });

  test('lets nothing go on that a flag was set for while the flags could not be read', async () => {
    const { signal, release } = watchKillSwitch(subject);
    await behindTheWalls('REVOKE SELECT ON flag FROM cs_app');
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
    const held = whenFlagsKnown(signal);
    await pause('tenant', subject.tenantId);
    await behindTheWalls('GRANT SELECT ON flag TO cs_app');
    await expect(held).rejects.toMatchObject({ code: 'paused' });
    release();
  });

  test('ends work in flight when the flags stay unreadable for seconds', async () => {
    const { signal, release } = watchKillSwitch(subject);
    await behindTheWalls('REVOKE SELECT ON flag FROM cs_app');
    await expect.poll(() => isPaused(subject), SOON).toBe(true);
    await expect(whenFlagsKnown(signal)).rejects.toMatchObject({ code: 'paused' });
    expect(signal.reason).toBeInstanceOf(AppError);
    release();
  });
});
