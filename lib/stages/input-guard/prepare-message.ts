import 'server-only';
import { fault } from '#faults';
import { canonicalise } from './canonicalise.ts';
import { capMessage } from './cap.ts';
import { redact, type Redacted } from './redact.ts';

/**
 * What a person typed, as it may be stored: within the cap, canonical, without card numbers and credentials. Pure.
 * @throws AppError `too_large` or `malformed`, see `capMessage`.
 */
export function prepareMessage(raw: string): Redacted {
  capMessage(raw);
  const text = canonicalise(raw);
  capMessage(text);
  return fault('message-not-redacted') ? { text, removed: {} } : redact(text);
}
