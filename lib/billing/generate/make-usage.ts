import 'server-only';
import { PLANS } from '../catalogue.ts';
import { daysBetween, eachDay } from '../days.ts';
import { splitByLargestRemainder } from '../largest-remainder.ts';
import type { UsageRow } from '../ledger-rows.ts';
import type { Scene } from './scene.ts';

/** How far over the old plan's calls one month of the past was. */
const OLD_OVERAGE = { offset: -4, calls: 137 } as const;
/** Where storage begins and how full it is today, in per cent of what the old plan includes. */
const STORAGE_PERCENT = { start: 22, today: 84 } as const;

/** Both meters, day by day from the first day of the subscription to today. */
export function makeUsage(scene: Scene): UsageRow[] {
  const calls: UsageRow[] = [];
  for (let offset = scene.firstOffset; offset <= 0; offset += 1) calls.push(...callsOfMonth(scene, offset));
  return [...calls, ...storage(scene)];
}

/** A month's total, spread over its days: busy on some, quiet on others, and only up to today. */
function callsOfMonth(scene: Scene, offset: number): UsageRow[] {
  const days = eachDay(scene.month(offset), scene.monthEnd(offset));
  const weights = days.map((day) => (isWeekend(day) ? scene.random(1, 4) : scene.random(7, 13)));
  const parts = splitByLargestRemainder(monthTotal(scene, offset), weights);
  return days.flatMap((usedOn, index) =>
    usedOn > scene.today ? [] : [{ meter: 'api_calls' as const, usedOn, quantity: parts[index] ?? 0 }],
  );
}

function monthTotal(scene: Scene, offset: number): number {
  const { spec, firstOffset, random } = scene;
  const before = PLANS[spec.plan].includedUsage.api_calls;
  const after = PLANS[spec.upgradedTo].includedUsage.api_calls;
  const wobble = random(-150, 150);
  if (offset === 0) return Math.round(after * 1.08) + wobble;
  if (offset === -1) return after + spec.overage;
  if (offset === OLD_OVERAGE.offset) return before + OLD_OVERAGE.calls;
  const grown = (offset - firstOffset) / -firstOffset;
  return Math.round(before * (0.45 + 0.45 * grown)) + wobble;
}

function storage(scene: Scene): UsageRow[] {
  const full = PLANS[scene.spec.plan].includedUsage.storage_gb;
  const from = Math.round((full * STORAGE_PERCENT.start) / 100);
  const to = Math.round((full * STORAGE_PERCENT.today) / 100);
  const start = scene.month(scene.firstOffset);
  const length = Math.max(1, daysBetween(start, scene.today));
  return eachDay(start, scene.today).map((usedOn, index) => ({
    meter: 'storage_gb' as const,
    usedOn,
    quantity: from + Math.floor(((to - from) * index) / length),
  }));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
