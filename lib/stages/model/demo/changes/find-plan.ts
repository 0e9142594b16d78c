import 'server-only';
import type { PlanCode } from './wish.ts';

const CODES: Readonly<Record<string, PlanCode>> = { starter: 'starter', team: 'team', business: 'business' };
const TOWARDS =
  /(?:\b(?:to|onto|on|into|with|for|want|need|choose|pick|take|auf|zu|zum|in den|nach|al?|au|vers|plan|tarif|forfait|formule|paket|prefer|activate|el|le|un|einen?|get|go|called))(?: (?:the|den|das|dem|plan|el|le|forfait|smaller|bigger|small|big|new|tarif))* $/;
const AWAY =
  /\b(?:from|von|vom|de|del|du|depuis|than|instead of|statt|leave|left|not) (?:the |our |der |dem |el |la )?$/;
const OWN = /\b(?:the|my|our|your|whole|entire|sales|design|dear|hi|hello|this) $/;
const IS_PLAN =
  /^ ?(?:plan|tier|package|subscription|tariff?|paket|abo|abonnement|forfait|formule|edition)\b/;

/** The plan that a text wants, of those it names: "from Team to Business" wants Business, "the team" is no plan. */
export function findPlan(text: string): PlanCode | undefined {
  const named = [...text.matchAll(/\b(?:starter|team|business)\b/g)].map((match) => {
    const [word] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + word.length);
    const score =
      (TOWARDS.test(before) ? 3 : 0) +
      (IS_PLAN.test(after) ? 2 : 0) -
      (AWAY.test(before) ? 6 : 0) -
      (OWN.test(before) && !IS_PLAN.test(after) && !TOWARDS.test(before) ? 4 : 0);
    return { code: CODES[word], score };
  });
  const [best] = named.toReversed().toSorted((a, b) => b.score - a.score);
  return best && best.score >= 0 ? best.code : undefined;
}
