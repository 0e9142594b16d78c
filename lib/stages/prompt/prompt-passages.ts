import 'server-only';
import { INSTRUCTIONS } from './policy.ts';

/** Always the same array, so that whoever prepares it for matching can keep the result. */
const PASSAGES: readonly string[] = INSTRUCTIONS.flatMap(({ text }) => text.split('SUFFIX')).filter(
  (part) => part.length >= 40,
);

/** The parts of the system text that are the same for everyone: what an answer must never recite. */
export function promptPassages(): readonly string[] {
  return PASSAGES;
}
