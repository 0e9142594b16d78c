import { CalendarClock } from 'lucide-react';
import type { Plan } from '#lib/contract/subscription.ts';
import { Day } from './day.tsx';

/** What is agreed and takes effect later. Says nothing where nothing is. */
export function PlanNext({ next }: { next: Plan['next'] }) {
  if (!next) return null;
  return (
    <p className="bg-sunken mt-4 flex items-center gap-2 rounded-xl px-4 py-2.5 text-[0.875rem]">
      <CalendarClock className="text-quiet size-4 shrink-0" aria-hidden />
      <span>
        {WORDS[next.what] ?? `Changes to ${next.what} on`} <Day value={next.on} />. It can be taken back until
        then.
      </span>
    </p>
  );
}

const WORDS: Readonly<Record<string, string>> = { paused: 'Is paused from', cancelled: 'Ends on' };
