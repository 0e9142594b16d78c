import { Gauge, Hourglass } from 'lucide-react';
import { When } from '#components/ui/when.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';
import { useChatFacts } from '../chat-facts.tsx';
import type { Quota } from './use-quota.ts';

const WHOSE = {
  person: { day: 'your allowance for today', month: 'your allowance for this month' },
  tenant: {
    day: 'your organisation’s allowance for today',
    month: 'your organisation’s allowance for this month',
  },
  global: { day: 'the allowance for today', month: 'the allowance for this month' },
} as const;

/** Above the composer: that an allowance comes to its end, or has. What was typed stays where it is. */
export function QuotaNote({ quota }: { quota: Quota }) {
  const { timeZone } = useChatFacts();
  const { kind, scope, period, percent, resetsAt } = quota;
  const whose = WHOSE[scope][period];
  const isOver = kind === 'over';
  const Icon = isOver ? Hourglass : Gauge;
  return (
    <div
      role={isOver ? 'alert' : 'status'}
      className={classNames(
        'animate-rise mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-xl px-4 py-2.5 text-sm',
        isOver ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink',
      )}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="grow basis-64">
        {isOver ? (
          <>
            <span className="font-medium">{overWords(whose, percent)}</span> You can ask again{' '}
            <When at={resetsAt} timeZone={timeZone} />. What you type is kept until then, and your bill pages
            work as always.
          </>
        ) : (
          <>
            {percent}% of {whose} is used. It begins anew <When at={resetsAt} timeZone={timeZone} />.
          </>
        )}
      </span>
      <Link href="/account/usage" className="font-medium underline underline-offset-4">
        See your usage
      </Link>
    </div>
  );
}

/** A question is answered only where the most it may cost is left: that may be some time before all is used. */
function overWords(whose: string, percent: number): string {
  const begins = `${whose.charAt(0).toUpperCase()}${whose.slice(1)}`;
  return percent === 100
    ? `${begins} is used up.`
    : `${begins} is nearly used up: what is left does not cover another question.`;
}
