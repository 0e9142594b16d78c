import type { TurnResult } from './run-dialogue.ts';

export type Summary = {
  readonly dialogues: number;
  readonly turns: number;
  readonly completed: number;
  readonly wrongFacts: number;
  readonly falseBlocks: number;
  readonly unverified: number;
  /** Turns that asked for a change, turns that showed a card, and cards in turns that did not ask for one. */
  readonly approvals: { readonly asked: number; readonly shown: number; readonly outside: number };
  /** Figures the application checked in its own answers, and how many it marked as unverified. */
  readonly claims: { readonly figures: number; readonly unverified: number };
  readonly firstTextMsP50: number | null;
  readonly failed: readonly { id: string; turn: number; say: string; why: string }[];
};

/** Counts turns, not dialogues: one failed turn costs one. */
export function summarise(dialogues: number, results: readonly TurnResult[]): Summary {
  const failed = results.filter((result) => result.why.length > 0);
  return {
    dialogues,
    turns: results.length,
    completed: results.length - failed.length,
    wrongFacts: sum(results.map((result) => result.wrong.length)),
    falseBlocks: results.filter((result) => result.blocked).length,
    unverified: sum(results.map((result) => result.unverified.length)),
    approvals: {
      asked: results.filter(({ approval }) => approval.asked).length,
      shown: results.filter(({ approval }) => approval.shown).length,
      outside: results.filter(({ approval }) => approval.shown && !approval.asked).length,
    },
    claims: {
      figures: sum(results.map(({ claims }) => claims.figures)),
      unverified: sum(results.map(({ claims }) => claims.unverified.length)),
    },
    firstTextMsP50: median(results.flatMap((result) => result.firstTextMs ?? [])),
    failed: failed.map(({ id, turn, say, why }) => ({ id, turn, say, why: why.join('; ') })),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function median(times: readonly number[]): number | null {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}

/** The outcome in lines: counts, then each failed turn. */
export function describeSummary(summary: Summary): string {
  const percent = summary.turns === 0 ? 100 : (summary.completed / summary.turns) * 100;
  const lines = [
    ...summary.failed.map(({ id, turn, say, why }) => `${id} turn ${turn}: ${why}\n    “${say}”`),
    `${summary.dialogues} dialogues, ${summary.turns} turns: ${summary.completed} completed (${percent.toFixed(1)} %), ` +
      `${summary.wrongFacts} wrong facts, ${summary.falseBlocks} false blocks, ${summary.unverified} unverified`,
    `${summary.approvals.asked} turns asked for a change, ${summary.approvals.shown} showed a card, ${summary.approvals.outside} of those unasked`,
    `${summary.claims.unverified} of ${summary.claims.figures} figures marked as unverified`,
    `First text after ${summary.firstTextMsP50 ?? '–'} ms (median)`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One turn as it went. */
export function describeTurn(turn: TurnResult): string {
  const tools = turn.tools.join(', ') || 'none';
  const findings = [...turn.why, ...turn.unverified.map((what) => `unverified: ${what}`)];
  findings.push(...turn.claims.unverified.map((what) => `marked: ${what}`));
  return `── ${turn.id} turn ${turn.turn}: ${findings.join('; ')}\n   asked: ${turn.say}\n   tools: ${tools}\n   answered: ${turn.answer}\n\n`;
}
