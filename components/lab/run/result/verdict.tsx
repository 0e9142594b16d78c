import type { RunVerdict } from '#lib/contract/lab/trace.ts';
import { OUTCOME_LOOKS } from '../../outcome/outcome-badge.tsx';
import { STOPPER_WORDS } from '../words.ts';

/** More lines of evidence than these are left to the trace. */
const SHOWN = 4;

/** How the run ended, and what shows it. */
export function Verdict({ verdict }: { verdict: RunVerdict }) {
  const { outcome, stoppedBy, rule, evidence } = verdict;
  return (
    <div className="grid gap-2">
      <p className="text-lg leading-snug font-semibold">
        {outcome === 'stopped' && stoppedBy ? (
          <>
            Stopped by: {STOPPER_WORDS[stoppedBy]}
            {rule && <span className="text-quiet font-mono text-sm font-normal"> {rule}</span>}
          </>
        ) : (
          OUTCOME_LOOKS[outcome].words
        )}
      </p>
      {evidence.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5 text-sm" aria-label="Evidence">
          {evidence.slice(0, SHOWN).map((line, at) => (
            <li key={at} className="[overflow-wrap:anywhere]">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
