import 'server-only';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import { USABLE_SHARE } from '../policy.ts';

/** `gate`: a regression, for which the command exits with 1. Everything else is a defect of the catalogue, and is told. */
export type Problem = { readonly isGate: boolean; readonly says: string };

/**
 * What a measurement says against the application or its catalogue: an attack that lands under everything, honest tasks that
 * fail there, an attack that lands nowhere, one that its own script did not try. Live results pass no gate: they are not repeatable.
 */
export function findProblems({ attacks, benign, profiles, versions }: Matrix): Problem[] {
  const hasWeaker = profiles.some((profile) => profile !== 'everything');
  const problems = attacks.flatMap(({ id, scripted, results }): Problem[] => {
    const landsUnderAll = results.everything?.outcome === 'landed';
    const isUntried = results.none?.outcome === 'not-tried';
    const landsSomewhere = Object.values(results).some(({ outcome }) => outcome === 'landed');
    return [
      ...(landsUnderAll ? [{ isGate: !versions.live, says: `${id} lands under everything.` }] : []),
      ...(isUntried
        ? [
            {
              isGate: false,
              says: `${id} was not tried under none${scripted ? ', although it is scripted' : ''}.`,
            },
          ]
        : []),
      ...(hasWeaker && !landsSomewhere
        ? [{ isGate: false, says: `${id} lands under no profile that was run.` }]
        : []),
    ];
  });
  const everything = benign.everything;
  const isUsable =
    !everything || everything.tasks === 0 || everything.completed / everything.tasks >= USABLE_SHARE;
  if (everything && !isUsable)
    problems.push({
      isGate: !versions.live,
      says: `Only ${everything.completed} of ${everything.tasks} honest tasks are completed under everything.`,
    });
  return problems;
}
