import { CalendarClock } from 'lucide-react';
import type { BillingDetails } from '#lib/contract/cards.ts';
import { Day } from './day.tsx';

/** A billing address that is agreed and takes over later. Says nothing where there is none. */
export function PendingEmail({ pending }: { pending: BillingDetails['pendingEmail'] }) {
  if (!pending) return null;
  return (
    <p className="bg-sunken flex items-start gap-2 rounded-xl px-4 py-2.5 text-[0.875rem]">
      <CalendarClock className="text-quiet mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        New address <span className="font-medium [overflow-wrap:anywhere]">{pending.email}</span> from{' '}
        <Day value={pending.on} />. Until then bills go to the one above.
      </span>
    </p>
  );
}
