import 'server-only';
import { encodedForms } from './encodings.ts';
import { type NeedleAutomaton, needleAutomaton } from './needle-automaton.ts';
import { CANARY_MATCH } from './policy.ts';
import { squash } from './squash.ts';

type HasCanary = { readonly canary: string };
/** Automatons by guard context: an answer is guarded twice, while it is written and as a whole. */
const KNOWN = new WeakMap<HasCanary, NeedleAutomaton>();

/** Finds every stretch of the canary that is long enough to count, in any of the encoded forms. */
export function canaryNeedles(context: HasCanary): NeedleAutomaton {
  const automaton = KNOWN.get(context) ?? needleAutomaton(canaryForms(context.canary));
  KNOWN.set(context, automaton);
  return automaton;
}

function canaryForms(canary: string): string[] {
  const whole = squash(canary);
  const last = Math.max(0, whole.length - CANARY_MATCH);
  const stretches = [...new Set([0, Math.floor(last / 2), last])].map((from) =>
    whole.slice(from, from + CANARY_MATCH),
  );
  return stretches.filter((part) => part.length >= 6).flatMap(encodedForms);
}
