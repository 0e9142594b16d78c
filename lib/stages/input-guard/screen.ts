import 'server-only';
import { fault } from '#faults';
import { classify } from './classifier/classify.ts';
import { type Measure, SHIPPED } from './measure.ts';
import { REASONS } from './policy.ts';
import { readStrings } from './read-strings.ts';
import { matchRules } from './match-rules.ts';
import { screeningForm } from './screening-form.ts';
import { listViews } from './views/list-views.ts';
import { isWrittenHidden } from './views/read-hidden.ts';

/** `rule` is an id from the table or `classifier.` and the reading that gave it away, `reason` a code for a person; never content. */
export type Screening = { verdict: 'pass' | 'flag' | 'block'; rule?: string; reason?: string };

/**
 * Screens what a person wrote. A block needs an attempt to change the rules and a request outside billing, both in plain
 * sight and not only spoken of; readings that were hidden or encoded, confirmed attacks that it resembles, and the classifier, only ever flag.
 * `measure` is the tenant's.
 */
export function screen(text: string, measure: Measure = SHIPPED): Screening {
  if (fault('naive-input-patterns') && isTextbook(text))
    return { verdict: 'block', rule: 'naive.patterns', reason: REASONS.block };
  if (fault('screening-off')) return { verdict: 'pass' };
  const form = screeningForm(text);
  return screenByRules(form) ?? screenReadings(text, form, measure);
}

/**
 * Screens a tool result. It is only ever flagged: stopping a person's question because a third party wrote into their
 * invoice would let that third party decide. The rules see all of it, the classifier the words that may be a third party's,
 * each by itself: an address in four lines is no sentence.
 */
export function screenData(text: string, measure: Measure = SHIPPED): Screening {
  if (fault('screening-off')) return { verdict: 'pass' };
  const found = screenByRules(screeningForm(text)) ?? screenEach(readStrings(text), measure);
  return found.verdict === 'block' ? { ...found, verdict: 'flag', reason: REASONS.flag } : found;
}

/** The four patterns that every introduction prints: what the lab adds to show what they miss and whom they hit. */
function isTextbook(text: string): boolean {
  return /ignore (?:previous|all) instructions|system prompt|developer mode|you are now/i.test(text);
}

function screenEach(words: readonly string[], measure: Measure): Screening {
  for (const text of words) {
    const found = screenReadings(text, screeningForm(text), measure);
    if (found.verdict !== 'pass') return found;
  }
  return { verdict: 'pass' };
}

function screenByRules(form: string): Screening | undefined {
  const { override, extraction, outside } = matchRules(form);
  if (override && (extraction ?? outside))
    return { verdict: 'block', rule: override.id, reason: REASONS.block };
  const first = override ?? extraction;
  return first && { verdict: 'flag', rule: first.id, reason: REASONS.flag };
}

function screenReadings(text: string, form: string, measure: Measure): Screening {
  const views = listViews(text, form);
  for (const view of views.slice(1)) {
    const { override, extraction } = matchRules(view.text);
    const rule = override ?? extraction;
    if (rule) return { verdict: 'flag', rule: rule.id, reason: REASONS.flag };
  }
  if (isWrittenHidden(text)) return { verdict: 'flag', rule: 'hidden.text', reason: REASONS.flag };
  if (measure.attacks.size > 0 && views.some((view) => measure.attacks.resembles(view.text)))
    return { verdict: 'flag', rule: 'memory.confirmed', reason: REASONS.flag };
  const suspect = classify(views, measure.threshold);
  return suspect
    ? { verdict: 'flag', rule: `classifier.${suspect}`, reason: REASONS.flag }
    : { verdict: 'pass' };
}
