import 'server-only';
import { fault } from '#faults';
import type { OutputGuard } from './create-output-guard.ts';
import { ANSWER_MAX_CHARACTERS } from './policy.ts';

const SORRY = 'I cannot share that.';

/** What the attack lab plants in the guard's place: nothing at all but a length, where that is not taken away too. */
export function withoutGuard(): OutputGuard {
  let length = 0;
  return {
    push(delta) {
      const room = fault('answer-without-end') ? delta.length : Math.max(0, ANSWER_MAX_CHARACTERS - length);
      length += delta.length;
      const text = delta.slice(0, room);
      return text.length < delta.length ? { text, findings: [], ended: 'length' } : { text, findings: [] };
    },
    end: () => ({ text: '', findings: [] }),
    findings: () => [],
  };
}

/**
 * The check that introductions print: the whole answer, once, for anything that looks like an e-mail address or speaks of the
 * system's instructions. Planted by the attack lab alone, to show what it misses and whom it hits.
 */
export function naiveCheck(): OutputGuard {
  let all = '';
  const isCaught = () => /[\w.+-]+@[\w-]+\.[a-z]{2,}|system[^.\n]{0,40}instructions/i.test(all);
  return {
    push(delta) {
      all += delta;
      const isTooLong = all.length > ANSWER_MAX_CHARACTERS * 10;
      return isTooLong ? { text: '', findings: [], ended: 'length' } : { text: '', findings: [] };
    },
    end() {
      if (!isCaught()) return { text: all, findings: [] };
      return {
        text: SORRY,
        findings: [{ rule: 'email', verdict: 'block', reason: 'internal_text' }],
        ended: 'blocked',
      };
    },
    findings: () => [],
  };
}
