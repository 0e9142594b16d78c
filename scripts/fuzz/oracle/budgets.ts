import { RESERVED_A_TURN } from './facts.ts';
import type { Invariant } from './finding.ts';

/**
 * Reserved and settled never exceed a budget, no turn is booked above what it reserved, and what the model said it cost, cut to what a
 * turn can cost, fits into the budget too: money that nobody set aside is found by what was spent.
 */
export const withinTheBudget: Invariant = ({ notes, people, commands }, { turns, spend }) => {
  const problems: string[] = [];
  for (const { id, reserved, settled } of turns)
    if (settled !== null && Number(settled) > Number(reserved))
      problems.push(`turn ${id} was booked above what it had reserved`);
  for (const { unit, scope, period, reserved, settled, allowed } of spend)
    if (Number(reserved) + Number(settled) > Number(allowed))
      problems.push(`${scope} ${period}: ${reserved} + ${settled} ${unit} of ${allowed}`);
  // Of a day: an episode that jumps may go into the next.
  if (commands.some((one) => one.do === 'jump')) return problems;
  for (const budget of notes) {
    if (budget.kind !== 'budget') continue;
    const used = notes.flatMap((note) =>
      note.kind === 'used' && note.who === budget.who && note.step > budget.step ? [note] : [],
    );
    const spent = [...Map.groupBy(used, ({ turn }) => turn).values()]
      .map((ofTurn) => ofTurn.reduce((sum, { microUsd }) => sum + microUsd, 0))
      .reduce((sum, cost) => sum + Math.min(cost, RESERVED_A_TURN), 0);
    if (spent > budget.microUsd)
      problems.push(`${people[budget.who].who} spent ${spent} micro-USD of ${budget.microUsd}`);
  }
  return problems;
};
