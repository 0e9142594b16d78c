'use client';

import { ChevronDown, Eye, Lock, ShieldCheck, ShieldX, X } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import type { Message } from '#lib/contract/conversations.ts';
import { claimsLine, receiptLine } from './receipt-words.ts';
import { type StageSummary, summariseStages, wasFlagged } from './stage-words.ts';

/** One quiet line; unfolded, what was looked at and which protections this answer passed. */
export function Receipt({ message }: { message: Message }) {
  if (message.lookupsRemoved)
    return (
      <p className="text-quiet mr-24 flex min-h-8 items-center text-[0.8125rem]">
        What was looked up for this answer is no longer kept.
      </p>
    );
  return <KeptReceipt message={message} />;
}

function KeptReceipt({ message }: { message: Message }) {
  const stages = summariseStages(message.stages);
  const reads = message.tools.filter((tool) => tool.name !== 'offer_topics' && tool.status !== 'running');
  const claims = claimsLine(message.claims);
  return (
    <details
      className="group scroll-mb-4 text-[0.8125rem] print:hidden"
      onToggle={(event) =>
        event.currentTarget.open &&
        event.currentTarget.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
      }
    >
      <summary className="text-quiet hover:text-ink mr-24 inline-flex min-h-8 cursor-pointer list-none flex-wrap items-center gap-x-2 rounded-md [&::-webkit-details-marker]:hidden">
        {/* One item, so that on a narrow screen the words wrap and not the icons. */}
        <span className="flex items-center gap-2">
          <ShieldCheck className="size-3.5 shrink-0" aria-hidden />
          <span>{receiptLine(message.tools, message.approvals.length)}</span>
          <ChevronDown className="size-3.5 shrink-0 transition-transform group-open:rotate-180" aria-hidden />
        </span>
        {wasFlagged(message.stages) && <Badge tone="warn">Extra care taken</Badge>}
      </summary>
      <div className="border-line bg-surface mt-1.5 grid gap-4 rounded-xl border p-4">
        {reads.length > 0 && (
          <Part title="What was looked at">
            {reads.map((tool) => (
              <li key={tool.callId} className="flex gap-2">
                {tool.status === 'denied' ? (
                  <X className="text-bad mt-0.5 size-3.5 shrink-0" aria-label="Refused" />
                ) : (
                  <Eye className="text-quiet mt-0.5 size-3.5 shrink-0" aria-hidden />
                )}
                {tool.summary}
              </li>
            ))}
          </Part>
        )}
        {stages.length > 0 && (
          <Part title="What protected you">
            {stages.map((stage) => (
              <StageRow key={stage.stage} summary={stage} />
            ))}
          </Part>
        )}
        <p className="text-quiet">
          {claims ??
            'The cards come straight from your records; the sentences around them are written by the assistant.'}
        </p>
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="text-quiet mb-1.5">{title}</h3>
      <ul className="grid gap-1.5">{children}</ul>
    </div>
  );
}

/** Rule names and times stand here only when the server sent them (staff, demonstration). */
function StageRow({ summary: { stage, verdict, words, rules, ms } }: { summary: StageSummary }) {
  return (
    <li className="flex gap-2">
      {verdict === 'block' ? (
        <ShieldX className="text-bad mt-0.5 size-3.5 shrink-0" aria-label="Stopped" />
      ) : verdict === 'pass' ? (
        <ShieldCheck className="text-good mt-0.5 size-3.5 shrink-0" aria-label="Passed" />
      ) : (
        <Lock className="text-warn mt-0.5 size-3.5 shrink-0" aria-label="Extra care" />
      )}
      <span className="min-w-0 grow">
        {words}
        {ms !== null && (
          <span className="text-quiet block font-mono text-xs [overflow-wrap:anywhere]">
            {stage} · {verdict} · {ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms
            {rules.length > 0 && ` · ${rules.join(', ')}`}
          </span>
        )}
      </span>
    </li>
  );
}
