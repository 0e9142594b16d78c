import { Eye, Lock, ShieldCheck, ShieldX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StageEvent, ToolEvent } from '#lib/contract/chat.ts';
import { type StageSummary, summariseStages } from '../stage-words.ts';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="text-quiet mb-1.5">{title}</h3>
      {children}
    </section>
  );
}

/** What was looked up for this answer, and what was refused. */
export function Reads({ tools }: { tools: readonly ToolEvent[] }) {
  const reads = tools.filter((tool) => tool.name !== 'offer_topics' && tool.status !== 'running');
  if (reads.length === 0) return null;
  return (
    <Part title="What was looked at">
      <ul className="grid gap-1.5">
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
      </ul>
    </Part>
  );
}

/** Which stage decided what, in plain words. */
export function Protections({ events }: { events: readonly StageEvent[] }) {
  const stages = summariseStages(events);
  if (stages.length === 0) return null;
  return (
    <Part title="What protected you">
      <ul className="grid gap-1.5">
        {stages.map((stage) => (
          <StageRow key={stage.stage} summary={stage} />
        ))}
      </ul>
    </Part>
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
