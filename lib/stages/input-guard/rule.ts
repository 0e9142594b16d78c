import 'server-only';
import type { RuleEffect } from './policy.ts';

export type Rule = { readonly id: string; readonly effect: RuleEffect; readonly pattern: RegExp };

export function rule(id: string, effect: RuleEffect, source: string): Rule {
  return { id, effect, pattern: new RegExp(source, 'u') };
}

/** What overrides speak of. `message`, `invoice` and `request` are absent: people correct themselves with those. */
export const ORDERS =
  '(?:instructions?|directions|commands?|tasks?|assignments?|rules?|prompts?|guidelines?|directives?|programming|guardrails?|restrictions?|safeguards?)\\b';
