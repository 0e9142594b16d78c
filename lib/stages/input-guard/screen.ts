import 'server-only';
import { classify } from './classifier/classify.ts';
import { REASONS, type RuleEffect } from './policy.ts';
import { RULES, type Rule } from './rules.ts';
import { screeningForm } from './screening-form.ts';
import { listViews } from './views/list-views.ts';

/** `rule` is an id from the table or `classifier.` and the reading that gave it away, `reason` a code for a person; never content. */
export type Screening = { verdict: 'pass' | 'flag' | 'block'; rule?: string; reason?: string };

/**
 * Screens what a person wrote. A block needs an attempt to change the rules and a request outside billing, both in plain
 * sight; readings that were hidden or encoded, and the classifier, only ever flag.
 */
export function screen(text: string): Screening {
  const form = screeningForm(text);
  const override = firstRule(form, 'override');
  const extraction = firstRule(form, 'extraction');
  if (override && (extraction || firstRule(form, 'outside'))) {
    return { verdict: 'block', rule: override.id, reason: REASONS.block };
  }
  const first = override ?? extraction;
  if (first) return { verdict: 'flag', rule: first.id, reason: REASONS.flag };
  const views = listViews(text, form);
  const hidden = views
    .slice(1)
    .flatMap((view) => firstRule(view.text, 'override') ?? firstRule(view.text, 'extraction') ?? []);
  if (hidden[0]) return { verdict: 'flag', rule: hidden[0].id, reason: REASONS.flag };
  const suspect = classify(views);
  return suspect
    ? { verdict: 'flag', rule: `classifier.${suspect}`, reason: REASONS.flag }
    : { verdict: 'pass' };
}

function firstRule(form: string, effect: RuleEffect): Rule | undefined {
  return RULES.find((rule) => rule.effect === effect && rule.pattern.test(form));
}

/**
 * Screens text that came from elsewhere, such as a tool result. It is only ever flagged: stopping a person's question
 * because a third party wrote into their invoice would let that third party decide.
 */
export function screenData(text: string): Screening {
  const found = screen(text);
  return found.verdict === 'block' ? { ...found, verdict: 'flag', reason: REASONS.flag } : found;
}
