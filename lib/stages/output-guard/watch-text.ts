import 'server-only';
import { fault } from '#faults';
import { encodedForms } from './encodings.ts';
import { matchNeedles, squash } from './match-needles.ts';
import { matchPassages } from './match-passages.ts';
import { CANARY_MATCH } from './policy.ts';

/** `decided`: how many letters and digits from the start no match can include any more. */
export type TextWatch = {
  take: (character: string) => 'canary' | 'passage' | undefined;
  taken: () => number;
  decided: () => number;
};

const NO_PASSAGES: readonly string[] = [];

/** Watches an answer's letters and digits for the canary and for passages of the system text. */
export function watchText(canary: string, passages: readonly string[]): TextWatch {
  const canaries = matchNeedles(fault('canary-not-watched') ? [] : canaryForms(canary));
  const stretches = matchPassages(fault('passages-not-watched') ? NO_PASSAGES : passages);
  let taken = 0;

  return {
    take(character) {
      for (const squashed of squashOne(character)) {
        taken += 1;
        const [isCanary, isPassage] = [canaries.take(squashed), stretches.take(squashed)];
        if (isCanary) return 'canary';
        if (isPassage) return 'passage';
      }
      return undefined;
    },
    taken: () => taken,
    decided: () => taken - Math.max(canaries.live(), stretches.live()),
  };
}

function squashOne(character: string): string {
  if (character >= '\u0080') return squash(character);
  return /[A-Za-z0-9]/.test(character) ? character.toLowerCase() : '';
}

/** Every stretch of the canary long enough to count, in every encoding. */
function canaryForms(canary: string): string[] {
  const whole = squash(canary);
  const last = Math.max(0, whole.length - CANARY_MATCH);
  const stretches = [...new Set([0, Math.floor(last / 2), last])].map((from) =>
    whole.slice(from, from + CANARY_MATCH),
  );
  return stretches.filter((part) => part.length >= 6).flatMap(encodedForms);
}
