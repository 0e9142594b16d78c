'use client';

import { ChevronDown, Printer, ShieldCheck } from 'lucide-react';
import { useWayToPerson } from '#components/cases/way-to-person.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Message } from '#lib/contract/conversations.ts';
import { useChatFacts } from '../chat-facts.tsx';
import { ContestedLine } from './explanation/contested-line.tsx';
import { ExplainedChanges } from './explanation/explained-changes.tsx';
import { ExplainedOrigin } from './explanation/explained-origin.tsx';
import { Part, Protections, Reads } from './explanation/parts.tsx';
import { useExplanation } from './explanation/use-explanation.ts';
import { claimsLine, receiptLine } from './receipt-words.ts';
import { wasFlagged } from './stage-words.ts';

const GONE = 'What was looked up for this answer is no longer kept.';

/** One quiet line; unfolded, why this answer is what it is: facts, protections, who decided, and who wrote it under which rules. */
export function Receipt({ message }: { message: Message }) {
  const { state, read } = useExplanation(message.turnId);
  const claims = claimsLine(message.claims);
  return (
    <details
      className="group scroll-mb-4 text-[0.8125rem] print:hidden"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        event.currentTarget.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
        void read();
      }}
    >
      <summary className="text-quiet hover:text-ink inline-flex min-h-8 cursor-pointer list-none flex-wrap items-center gap-x-2 rounded-md sm:mr-44 [&::-webkit-details-marker]:hidden">
        {/* One item, so that on a narrow screen the words wrap and not the icons. */}
        <span className="flex items-center gap-2">
          <ShieldCheck className="size-3.5 shrink-0" aria-hidden />
          <span>
            <span className="underline decoration-dotted underline-offset-4">Why this answer?</span>{' '}
            <span>
              {message.lookupsRemoved ? GONE : receiptLine(message.tools, message.approvals.length)}
            </span>
          </span>
          <ChevronDown className="size-3.5 shrink-0 transition-transform group-open:rotate-180" aria-hidden />
        </span>
        {wasFlagged(message.stages) && <Badge tone="warn">Extra care taken</Badge>}
      </summary>
      <div className="border-line bg-surface mt-1.5 grid gap-4 rounded-xl border p-4">
        <Reads tools={message.tools} />
        <Protections events={message.stages} />
        <Account state={state} onRetry={() => void read()} />
        <p className="text-quiet empty:hidden">
          {message.lookupsRemoved
            ? null
            : (claims ??
              'The cards come straight from your records; the sentences around them are written by the assistant.')}
        </p>
        {state.status === 'read' && <Ways turnId={message.turnId} />}
      </div>
    </details>
  );
}

type AccountProps = { state: ReturnType<typeof useExplanation>['state']; onRetry: () => void };

/** What only the server knows: decisions that came later, and the versions it was written under. */
function Account({ state, onRetry }: AccountProps) {
  const { timeZone } = useChatFacts();
  if (state.status === 'none') return null;
  if (state.status === 'reading') return <p className="text-quiet">Reading who decided what…</p>;
  if (state.status === 'failed') {
    return (
      <p role="alert" className="text-warn flex flex-wrap items-center gap-2">
        The rest of this account could not be read.
        <Button size="small" className="text-ink" onClick={onRetry}>
          Try again
        </Button>
      </p>
    );
  }
  const { explanation } = state;
  return (
    <>
      <Part title="Who decided">
        <ExplainedChanges changes={explanation.changes} timeZone={timeZone} />
      </Part>
      <Part title="Who wrote it, under which rules">
        <ExplainedOrigin explanation={explanation} timeZone={timeZone} />
      </Part>
      <ContestedLine contested={explanation.contested} />
    </>
  );
}

function Ways({ turnId }: { turnId: string }) {
  const way = useWayToPerson();
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" asChild>
        <Link href={`/why/${turnId}`} prefetch={false}>
          <Printer aria-hidden /> Whole account, to print
        </Link>
      </Button>
      {way && (
        <Button size="small" onClick={() => way.contest(turnId)}>
          Ask a person to check it
        </Button>
      )}
    </div>
  );
}
