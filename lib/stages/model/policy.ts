import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';

/** Milliseconds a provider may take: to the first byte, and between two chunks. */
export const FIRST_BYTE_MS = 20 * SECOND_MS;
export const BETWEEN_CHUNKS_MS = 15 * SECOND_MS;
/** Longest answer asked for, in tokens, and the hard cap on what is read of a stream. */
export const MAX_OUTPUT_TOKENS = 1_500;
export const MAX_STREAM_BYTES = 60_000;
export const MAX_CALLS_PER_ANSWER = 8;

export const DEFAULT_MODEL = 'gpt-4.1-mini';
export const DEMO_MODEL = 'countersign-demo';

/**
 * Micro-USD per token. A model that is not listed is booked at 0.
 * Source: the providers' public price pages, read on the version's day.
 */
export const PRICE_VERSION = '2026-11-20';
export const PRICES = {
  [DEMO_MODEL]: { inputMicroUsd: 0, outputMicroUsd: 0 },
  'gpt-4.1-mini': { inputMicroUsd: 0.4, outputMicroUsd: 1.6 },
  'gpt-4.1': { inputMicroUsd: 2, outputMicroUsd: 8 },
  'gpt-4o-mini': { inputMicroUsd: 0.15, outputMicroUsd: 0.6 },
  'gpt-4o': { inputMicroUsd: 2.5, outputMicroUsd: 10 },
} as const;
