import 'server-only';
import { REASON } from '#lib/contract/reasons.ts';
import { env } from '#lib/kernel/env.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Screening } from '../screen.ts';
import { httpDetector } from './http-detector.ts';
import { DETECTOR_URLS } from './policy.ts';

/**
 * What the configured outside detector says of a message: undefined where none is, `flag` at most. Hand in the text as the model
 * reads it, with details hidden. Where it gives no verdict in time, DETECTOR_FAILURE says what that means: `flag`, unless set to `pass`.
 */
export async function askDetector(text: string, signal: AbortSignal): Promise<Screening | undefined> {
  const { DETECTOR, DETECTOR_URL, DETECTOR_API_KEY, DETECTOR_TIMEOUT_MS, DETECTOR_FAILURE } = env();
  if (DETECTOR === '') return undefined;
  const detector = httpDetector({
    name: DETECTOR,
    url: DETECTOR_URL || DETECTOR_URLS[DETECTOR],
    apiKey: DETECTOR_API_KEY,
    timeoutMs: DETECTOR_TIMEOUT_MS,
  });
  try {
    const verdict = await detector.judge(text, signal);
    return verdict === 'flag'
      ? { verdict, rule: `detector.${DETECTOR}`, reason: REASON.flagged }
      : { verdict, rule: `detector.${DETECTOR}` };
  } catch (error) {
    signal.throwIfAborted();
    log.warn('detector.failed', { stage: 'input-guard', errorName: reduceError(error).name });
    return DETECTOR_FAILURE === 'pass'
      ? { verdict: 'pass', rule: 'detector.silent' }
      : { verdict: 'flag', rule: 'detector.silent', reason: REASON.flagged };
  }
}
