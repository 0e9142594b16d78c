import { expect, it } from 'vitest';
import { tickMs, timeLeft } from './time-left.ts';

const at = Date.parse('2026-11-25T12:00:00Z');
const inMs = (ms: number) => new Date(at + ms).toISOString();

it.each([
  [3 * 86_400_000, '3 days'],
  [47 * 3_600_000, '47 hours'],
  [119 * 60_000, '119 minutes'],
  [119_000, '119 seconds'],
  [900, '1 second'],
  [0, null],
  [-5_000, null],
])('%i ms before the end there are left: %s', (ms, words) => {
  expect(timeLeft(inMs(ms), at)).toBe(words);
});

it('counts every second near the end only', () => {
  expect(tickMs(inMs(60_000), at)).toBe(1_000);
  expect(tickMs(inMs(3_600_000), at)).toBe(15_000);
});
