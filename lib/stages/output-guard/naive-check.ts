import 'server-only';
import { fault } from '#faults';
import type { Finding, GuardedText, OutputGuard } from './create-output-guard.ts';

const SORRY = 'I cannot share that.';

/**
 * The check that introductions print: the whole answer, once, for anything that looks like an e-mail address or speaks of the
 * system's instructions. Planted by the attack lab alone, to show what it misses and whom it hits.
 */
export function naiveCheck(): OutputGuard {
  const isPlanted = fault('naive-output-check');
  let all = '';
  const findings: Finding[] = [];
  const nothing = (): GuardedText => ({ text: '', findings: [] });
  return {
    push(delta) {
      if (isPlanted) all += delta;
      return nothing();
    },
    end() {
      if (!isPlanted || !/[\w.+-]+@[\w-]+\.[a-z]{2,}|system[^.\n]{0,40}instructions/i.test(all))
        return { text: all, findings: [] };
      return {
        text: SORRY,
        findings: [{ rule: 'email', verdict: 'block', reason: 'internal_text' }],
        ended: 'blocked',
      };
    },
    findings: () => findings,
  };
}
