import { expect, test } from 'vitest';
import { BREAKER_FAILURES, BREAKER_OPEN_MS } from '../policy.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';

function breakerAt() {
  const clock = { nowMs: 0 };
  const breaker = createCircuitBreaker(() => clock.nowMs);
  const fail = () => {
    expect(breaker.mayCall()).toBe(true);
    return breaker.failed();
  };
  return { clock, breaker, fail };
}

test('opens after so many failures in a row, says so once, and asks nobody for a while', () => {
  const { clock, breaker, fail } = breakerAt();
  for (let count = 1; count < BREAKER_FAILURES; count += 1) expect(fail()).toBe(false);
  expect(fail()).toBe(true);
  expect(breaker.mayCall()).toBe(false);
  clock.nowMs = BREAKER_OPEN_MS - 1;
  expect(breaker.mayCall()).toBe(false);
});

test('half open, one call tries; its failure opens it again in silence, its success closes it', () => {
  const { clock, breaker, fail } = breakerAt();
  for (let count = 0; count < BREAKER_FAILURES; count += 1) fail();
  clock.nowMs = BREAKER_OPEN_MS;
  expect([breaker.mayCall(), breaker.mayCall()]).toEqual([true, false]);
  expect(breaker.failed()).toBe(false);
  expect(breaker.mayCall()).toBe(false);
  clock.nowMs = BREAKER_OPEN_MS * 2;
  expect(breaker.mayCall()).toBe(true);
  breaker.answered();
  expect([breaker.mayCall(), breaker.mayCall()]).toEqual([true, true]);
});

test('failures with answers between them do not add up, and whoever leaves says nothing', () => {
  const { clock, breaker, fail } = breakerAt();
  for (let count = 0; count < BREAKER_FAILURES * 3; count += 1) {
    fail();
    if (count % 2 === 1) breaker.answered();
  }
  expect(breaker.mayCall()).toBe(true);
  for (let count = 0; count < BREAKER_FAILURES; count += 1) breaker.failed();
  clock.nowMs += BREAKER_OPEN_MS;
  expect(breaker.mayCall()).toBe(true);
  breaker.left();
  expect(breaker.mayCall()).toBe(true);
});
