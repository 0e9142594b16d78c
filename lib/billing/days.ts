import 'server-only';
import { DAY_MS } from '#lib/kernel/clock.ts';

// Arithmetic on calendar days such as `2026-11-20`: no clock and no time zone in it.

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  return fromDate(new Date(toDate(day).getTime() + days * DAY_MS));
}

/** Negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return (toDate(to).getTime() - toDate(from).getTime()) / DAY_MS;
}

/** The first day of the month `monthsLater` months after the one `day` is in. */
export function firstOfMonth(day: string, monthsLater = 0): string {
  const date = toDate(day);
  return fromDate(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1)));
}

export function lastOfMonth(day: string, monthsLater = 0): string {
  return addDays(firstOfMonth(day, monthsLater + 1), -1);
}

export function daysInMonth(day: string): number {
  return dayOfMonth(lastOfMonth(day));
}

export function dayOfMonth(day: string): number {
  return toDate(day).getUTCDate();
}

/** `2026-11` */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Every day from `from` to `to`, both included. */
export function eachDay(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

/** A PostgreSQL date as the driver hands it over (midnight UTC). */
export function fromDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function toDate(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
