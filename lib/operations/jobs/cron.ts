import 'server-only';
import { MINUTE_MS } from '#lib/kernel/clock.ts';

/** How far is looked for a moment that fits: every schedule here is daily or more often. */
const FARTHEST_MINUTES = 8 * 24 * 60;

/** The last moment up to `now` that fits a schedule in UTC, `7 * * * *`; null where there was none for a week. */
export function lastMoment(cron: string, now: Date): Date | null {
  return find(cron, Math.floor(now.getTime() / MINUTE_MS), -1);
}

/** The next moment after `now` that fits; null where there is none for a week. */
export function nextMoment(cron: string, now: Date): Date | null {
  return find(cron, Math.floor(now.getTime() / MINUTE_MS) + 1, 1);
}

function find(cron: string, fromMinute: number, step: 1 | -1): Date | null {
  const parts = cron.split(' ');
  for (let count = 0; count < FARTHEST_MINUTES; count += 1) {
    const moment = new Date((fromMinute + count * step) * MINUTE_MS);
    if (fits(parts, moment)) return moment;
  }
  return null;
}

/** Minute, hour, day of the month, month, day of the week. Throws `RangeError` for what the tasks of this application don't use. */
function fits(parts: readonly string[], moment: Date): boolean {
  const values = [
    moment.getUTCMinutes(),
    moment.getUTCHours(),
    moment.getUTCDate(),
    moment.getUTCMonth() + 1,
    moment.getUTCDay(),
  ];
  if (parts.length !== values.length) throw new RangeError('A schedule has five parts');
  return values.every((value, index) => fitsPart(parts[index] ?? '', value));
}

function fitsPart(part: string, value: number): boolean {
  if (part === '*') return true;
  return part.split(',').some((one) => {
    const every = /^\*\/(\d+)$/.exec(one)?.[1];
    if (every !== undefined) return value % Number(every) === 0;
    if (!/^\d+$/.test(one)) throw new RangeError('A schedule is made of numbers, *, */n and commas');
    return Number(one) === value;
  });
}
