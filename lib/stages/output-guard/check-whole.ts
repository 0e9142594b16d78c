import 'server-only';
import { createOutputGuard, type Finding, type GuardContext } from './create-output-guard.ts';
import { CLOSING } from './policy.ts';

/** `isClean`: guarding the shown text again changes nothing. `text` is what may be stored. */
export type WholeCheck = { isClean: boolean; text: string; findings: Finding[] };

/**
 * Guards a finished answer as a whole before it is stored. It must equal what was shown; if it does not, a defect let
 * something through, and the safer text is the one to keep.
 */
export function checkWhole(context: GuardContext, shown: string): WholeCheck {
  const closing = shown.endsWith(CLOSING) ? CLOSING : '';
  const body = closing === '' ? shown : shown.slice(0, -CLOSING.length);
  const guard = createOutputGuard(context);
  const first = guard.push(body);
  const rest = guard.end();
  const text = first.text + rest.text + (first.ended === 'blocked' ? '' : closing);
  return { isClean: text === shown, text, findings: [...first.findings, ...rest.findings] };
}
