import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';

/** Milliseconds a provider may take: to be reached, to the first byte, between two chunks, and for one call in all. */
export const CONNECT_MS = 5 * SECOND_MS;
export const FIRST_BYTE_MS = 20 * SECOND_MS;
export const BETWEEN_CHUNKS_MS = 15 * SECOND_MS;
export const CALL_MS = 60 * SECOND_MS;
/** Longest answer asked for, in tokens, and the hard cap on what is read of a stream. */
export const MAX_OUTPUT_TOKENS = 1_500;
export const MAX_STREAM_BYTES = 60_000;
/** Cap on the bytes of one answer as they come over the wire, spelling included: a chunk without an end is no answer. */
export const MAX_WIRE_BYTES = 16_000_000;
/** A report of more tokens than this, in or out, of one call is no report. */
export const MAX_REPORTED_TOKENS = 10_000_000;
export const MAX_CALLS_PER_ANSWER = 8;
/** What a provider may hand us for itself beside a call (a signature of its thoughts). */
export const MAX_EXTRAS_BYTES = 16_000;

/**
 * How often a call is tried again, and only before its first byte, after an answer that says it was not carried out. The wait is drawn
 * between nothing and twice as much each time ("full jitter", as the AWS Architecture Blog has it), and never shorter
 * than the provider asks; where it asks for more than MAX_RETRY_AFTER_MS the turn ends instead.
 */
export const MAX_RETRIES = 2;
export const RETRY_BASE_MS = 300;
export const MAX_RETRY_AFTER_MS = 5 * SECOND_MS;
export const RETRIED_STATUSES: readonly number[] = [408, 409, 429, 500, 502, 503, 504, 529];

/** After so many calls in a row without an answer nobody is asked for a while; then one call tries whether it is back. */
export const BREAKER_FAILURES = 5;
export const BREAKER_OPEN_MS = 10 * SECOND_MS;

/** How often a file of keys is looked at. A change counts once it was seen twice: half a file is no ring. */
export const KEY_FILE_MS = 200;

export const DEFAULT_MODEL = 'gpt-4.1-mini';
export const DEMO_MODEL = 'countersign-demo';

/**
 * Micro-USD per token, which is USD per million tokens: of what is sent, of what the provider had read before, and of what comes back. A
 * model that is not listed has the price of MODEL_PRICE, or none: then its cost is unknown.
 * Source: the providers' public price pages, read on the version's day. Raise it with every change.
 */
export const PRICE_VERSION = '2026-11-26';
export const PRICES = {
  [DEMO_MODEL]: { inputMicroUsd: 0, cachedMicroUsd: 0, outputMicroUsd: 0 },
  'gpt-4.1-mini': { inputMicroUsd: 0.4, cachedMicroUsd: 0.1, outputMicroUsd: 1.6 },
  'gpt-4.1': { inputMicroUsd: 2, cachedMicroUsd: 0.5, outputMicroUsd: 8 },
  'gpt-4o-mini': { inputMicroUsd: 0.15, cachedMicroUsd: 0.075, outputMicroUsd: 0.6 },
  'gpt-4o': { inputMicroUsd: 2.5, cachedMicroUsd: 1.25, outputMicroUsd: 10 },
} as const satisfies Record<string, Price>;
export type Price = {
  readonly inputMicroUsd: number;
  readonly cachedMicroUsd: number;
  readonly outputMicroUsd: number;
};
/** Stands in the place of a price version where a model had no price: its cost is then 0 and says nothing. */
export const UNPRICED_VERSION = 'unknown';
