import 'server-only';
import { REASONS, type RuleEffect } from './policy.ts';
import { RULES, type Rule } from './rules.ts';
import { screeningForm } from './screening-form.ts';

/** `rule` is an id from the table, `reason` a code for a person; never content. */
export type Screening = { verdict: 'pass' | 'flag' | 'block'; rule?: string; reason?: string };

/** Screens what a person wrote. A block needs an attempt to change the rules and a request outside billing. */
export function screen(text: string): Screening {
  const form = screeningForm(text);
  const found = (effect: RuleEffect): Rule | undefined =>
    RULES.find((rule) => rule.effect === effect && rule.pattern.test(form));
  const override = found('override');
  const extraction = found('extraction');
  if (override && (extraction || found('outside'))) {
    return { verdict: 'block', rule: override.id, reason: REASONS.block };
  }
  const first = override ?? extraction;
  return first ? { verdict: 'flag', rule: first.id, reason: REASONS.flag } : { verdict: 'pass' };
}

/**
 * Screens text that came from elsewhere, such as a tool result. It is only ever flagged: stopping a person's question
 * because a third party wrote into their invoice would let that third party decide.
 */
export function screenData(text: string): Screening {
  const found = screen(text);
  return found.verdict === 'block' ? { ...found, verdict: 'flag', reason: REASONS.flag } : found;
}
