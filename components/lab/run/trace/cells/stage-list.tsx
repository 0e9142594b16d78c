import { Badge } from '#components/ui/badge.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import type { Verdict } from '#lib/contract/stages.ts';
import { STOPPER_WORDS, VERDICT_LOOKS } from '../../words.ts';

type StageData = TraceOf<'stage'>['data'];

/** Verdicts of stages: what passed in one quiet line, everything else on a line of its own with its rule. */
export function StageList({ stages }: { stages: readonly StageData[] }) {
  const passed = [...new Set(stages.filter(hasPassed).map(({ stage }) => STOPPER_WORDS[stage]))];
  const others = countEqual(stages.filter((stage) => !hasPassed(stage)));
  return (
    <div className="bg-surface border-line grid gap-2 rounded-xl border px-3.5 py-3 text-sm">
      {others.map(({ stage, times }, at) => (
        <p key={at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{STOPPER_WORDS[stage.stage]}</span>
          <VerdictBadge verdict={stage.verdict} />
          {(stage.rule ?? stage.reason) && (
            <span className="text-quiet font-mono text-xs [overflow-wrap:anywhere]">
              {stage.rule ?? stage.reason}
            </span>
          )}
          {times > 1 && <span className="text-quiet text-xs">{times} times</span>}
        </p>
      ))}
      {passed.length > 0 && <p className="text-quiet">Passed: {passed.join(' · ')}</p>}
    </div>
  );
}

function hasPassed({ verdict }: StageData): boolean {
  return verdict === 'pass';
}

function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { label, tone } = VERDICT_LOOKS[verdict];
  return <Badge tone={tone}>{label}</Badge>;
}

function countEqual(stages: readonly StageData[]): { stage: StageData; times: number }[] {
  const found = new Map<string, { stage: StageData; times: number }>();
  for (const stage of stages) {
    const key = JSON.stringify([stage.stage, stage.verdict, stage.rule, stage.reason]);
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { stage, times: 1 });
  }
  return [...found.values()];
}
