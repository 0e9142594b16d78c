import { ShieldCheck } from 'lucide-react';
import { Visible } from '#components/approvals/visible.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';

/** A change that the model proposed: what its card says, and how it stands. Nothing here can be pressed. */
export function CardCell({ card }: { card: TraceOf<'card'>['data'] }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <ShieldCheck className="text-accent size-4 shrink-0" aria-hidden />
        <span className="font-semibold">
          <Visible text={card.title} />
        </span>
        <Badge tone={card.state === 'executed' ? 'bad' : 'neutral'}>{card.state}</Badge>
        {card.people > 1 && <Badge>two people must agree</Badge>}
      </p>
      <dl className="grid gap-1">
        {card.lines.map((line, at) => (
          <div key={at} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-quiet text-[0.8125rem]">
              <Visible text={line.label} />
            </dt>
            <dd className="tabular">
              <Visible text={line.value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
