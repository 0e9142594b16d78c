import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { ERROR_TABLE, type ErrorCode, errorBodySchema, isErrorCode } from '#lib/contract/errors.ts';

export type TroubleCode =
  ErrorCode | 'offline' | 'unreadable' | 'looks-different' | 'wrong-code' | 'too-slow' | 'stale-sign-in';

/** Why a decision came to nothing, in words. `unsure`: it may have gone through all the same, so the card is read again. */
export type Trouble = { code: TroubleCode; words: string; unsure: boolean };

/** Where a card can say more than the sentence of the one error table. */
const WORDS: Partial<Record<TroubleCode, string>> = {
  decided: 'This was decided already, perhaps in another window. Here is how it stands.',
  expired: 'The time to decide had run out. Nothing was changed; ask again whenever you like.',
  'too-slow':
    'This card had been open for a while, so nothing was done. It is fresh again: please decide once more.',
  changed: 'What this was about has changed since. Nothing was done; please ask again.',
  swapped: 'What you saw is not what this would do, so nothing was done. Please look at it again.',
  no_longer_possible: 'This is no longer possible. Nothing was changed.',
  not_eligible: 'Your role may not decide this. Nothing was changed.',
  step_up_required: 'Please confirm with your second factor.',
  'wrong-code': 'That code did not fit. Wait for the next one, or use a recovery code.',
  'stale-sign-in': 'You signed in a while ago. To protect your account, sign in again first.',
  paused: 'Changes are paused at the moment. Nothing was done; the card stays here for when they are back.',
  busy: 'We are very busy right now. Nothing was done; please try again in a moment.',
  rate_limited: 'That was a lot of attempts in a short time. Please wait a moment and try again.',
  no_session: 'Your session has ended. Sign in again and the card will still be here.',
  not_found: 'This card is no longer there.',
  offline:
    'We could not reach the server. When you are back online, look at the card again before you decide.',
  unreadable: 'The server sent something this page cannot read. Please reload it.',
  'looks-different': 'This has changed since you saw it, so nothing was done. Please look at it again.',
};

const UNSURE: readonly TroubleCode[] = ['offline', 'unreadable', 'internal'];

export function troubleFrom(code: TroubleCode): Trouble {
  const words =
    WORDS[code] ?? (isErrorCode(code) ? ERROR_TABLE[code].sentence : ERROR_TABLE.internal.sentence);
  return { code, words, unsure: UNSURE.includes(code) };
}

/** A refusal by the contract's code; one without a code the page knows is told by its status. */
export function troubleOf(status: number, body: unknown): Trouble {
  const code = parseLenient(errorBodySchema, body)?.error.code ?? '';
  if (isErrorCode(code)) return troubleFrom(code);
  if (status === 404) return troubleFrom('not_found');
  return troubleFrom(status === 503 ? 'paused' : 'internal');
}
