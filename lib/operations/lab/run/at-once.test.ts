import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

test('several at once meet before any of them goes on; who is refused keeps nobody waiting', async () => {
  const order: string[] = [];
  async function* enter(index: number, met: () => Promise<void>) {
    await new Promise((resolve) => setTimeout(resolve, index * 5));
    order.push(`enters ${index}`);
    if (index === 1) return;
    await met();
    order.push(`goes on ${index}`);
    yield index;
  }
  expect(await Array.fromAsync(atOnce(3, enter))).toEqual([0, 2]);
  expect(order.slice(0, 3)).toEqual(['enters 0', 'enters 1', 'enters 2']);
});

test('one alone waits for nobody', async () => {
  async function* enter(index: number, met: () => Promise<void>) {
    await met();
    yield index;
  }
  expect(await Array.fromAsync(atOnce(1, enter))).toEqual([0]);
});
