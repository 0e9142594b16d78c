import { Badge } from '#components/ui/badge.tsx';
import type { DefenderEntry } from '#lib/contract/lab/trace.ts';

/** The audit entries and guard events of the run: what somebody on duty has of it. No word that was said stands in them. */
export function DefenderCell({ entries }: { entries: readonly DefenderEntry[] }) {
  if (entries.length === 0) return <p className="text-quiet">Nothing was written down.</p>;
  return (
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="Audit entries">
      <ol className="divide-line divide-y">
        {entries.map((entry, at) => (
          <li key={at} className="grid gap-0.5 py-1.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-mono text-[0.8125rem] font-semibold">{entry.action}</span>
              <Badge tone={toneOf(entry.outcome)}>{entry.outcome}</Badge>
              <span className="text-quiet text-xs">{entry.stage}</span>
              {entry.rule && <span className="text-quiet font-mono text-xs">{entry.rule}</span>}
            </p>
            <Facts facts={entry.facts} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Facts({ facts }: { facts: DefenderEntry['facts'] }) {
  const pairs = Object.entries(facts);
  if (pairs.length === 0) return null;
  return (
    <p className="text-quiet font-mono text-xs [overflow-wrap:anywhere]">
      {pairs
        .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('  ')}
    </p>
  );
}

function toneOf(outcome: string) {
  if (/den|block|refus|fail/.test(outcome)) return 'good';
  return /flag|redact/.test(outcome) ? 'warn' : 'neutral';
}
