import type { StageEvent } from '#lib/contract/chat.ts';
import { type Stage, STAGES, type Verdict } from '#lib/contract/stages.ts';

/** What each protection did, in words for the person it protects. */
const PASSED = {
  identity: 'Made sure it is you who asks',
  admission: 'Kept to the limits on messages',
  'input-guard': 'Checked your message and everything that was read for hidden instructions',
  prompt: 'Kept our instructions, your words and your data apart',
  model: 'Asked the model, which can only suggest look-ups and write text',
  tools: 'Looked things up as you: nothing but your own workspace',
  approvals: 'Nothing changes without your own confirmation',
  'output-guard': 'Checked the answer before any of it was shown',
  history: 'Stored the conversation encrypted, for you alone',
  audit: 'Noted that this happened, but not what was said',
} as const satisfies Record<Stage, string>;

const OTHERWISE: Partial<Record<Stage, Partial<Record<Verdict, string>>>> = {
  'input-guard': {
    flag: 'Noticed wording that is sometimes used to trick assistants, and took extra care',
    redact: 'Took out characters or data that should not reach the model',
    block: 'Stopped a message that asked for something outside your bill',
  },
  tools: {
    flag: 'Noticed an unusual request for data, and took extra care',
    block: 'Refused a look-up or a change that is not possible here',
  },
  'output-guard': {
    flag: 'Noticed something unusual in the answer, and took extra care',
    redact: 'Removed something from the answer that should not be shown',
    block: 'Stopped an answer that should not be shown',
  },
};

export type StageSummary = {
  stage: Stage;
  verdict: Verdict;
  words: string;
  rules: string[];
  ms: number | null;
};

const WEIGHT = { pass: 0, flag: 1, redact: 2, block: 3 } as const satisfies Record<Verdict, number>;

/** One row per stage, in the order of the walk, with its most serious verdict and its time added up. */
export function summariseStages(events: readonly StageEvent[]): StageSummary[] {
  return STAGES.flatMap((stage) => {
    const own = events.filter((event) => event.stage === stage);
    if (own.length === 0) return [];
    const verdict = own.reduce<Verdict>(
      (worst, { verdict: next }) => (WEIGHT[next] > WEIGHT[worst] ? next : worst),
      'pass',
    );
    const timed = own.filter((event) => event.ms !== undefined);
    return [
      {
        stage,
        verdict,
        words: OTHERWISE[stage]?.[verdict] ?? PASSED[stage],
        rules: [...new Set(own.flatMap((event) => event.rule ?? []))],
        ms: timed.length === 0 ? null : timed.reduce((sum, event) => sum + (event.ms ?? 0), 0),
      },
    ];
  });
}

/** True where something in this turn called for extra care but not for a stop. */
export function wasFlagged(events: readonly StageEvent[]): boolean {
  return events.some((event) => event.verdict === 'flag');
}
