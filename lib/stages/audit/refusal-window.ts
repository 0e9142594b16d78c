import 'server-only';
import { MINUTE_MS, monotonicMs } from '#lib/kernel/clock.ts';

/** Entries of their own that one person, or all strangers together, get per minute in one process. */
export const ENTRIES_PER_MINUTE = 20;
/** More subjects than this at once, and the newcomers share one window. */
const MAX_SUBJECTS = 10_000;
const CROWD = 'crowd';

type Window = { untilMs: number; written: number; counted: number };
const windows = new Map<string, Window>();

/**
 * Whether this refusal gets an entry of its own. Asking is free for whoever is refused, so a flood must not fill the log
 * without end: past the limit refusals are counted, and `writeCount` is called once, when the minute is over, with how many.
 */
export function takesEntry(subject: string, writeCount: (count: number) => Promise<void>): boolean {
  const window = openWindow(windows.has(subject) || windows.size < MAX_SUBJECTS ? subject : CROWD);
  if (window.written < ENTRIES_PER_MINUTE) {
    window.written += 1;
    return true;
  }
  window.counted += 1;
  if (window.counted === 1)
    setTimeout(() => void writeCount(window.counted), window.untilMs - monotonicMs()).unref();
  return false;
}

function openWindow(subject: string): Window {
  const known = windows.get(subject);
  if (known && known.untilMs > monotonicMs()) return known;
  const opened = { untilMs: monotonicMs() + MINUTE_MS, written: 0, counted: 0 };
  windows.set(subject, opened);
  setTimeout(() => windows.get(subject) === opened && windows.delete(subject), MINUTE_MS).unref();
  return opened;
}
