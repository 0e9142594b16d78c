import 'server-only';
import { type Lookup, read, str, sub, type Topic } from '../answer/read-result.ts';
import { sentences, type Voice } from '../answer/voice.ts';
import { answerQuote } from './answer-quote.ts';
import { proposeRefund } from './propose-refund.ts';
import { proposePlan, proposeRetry, proposeSeats } from './propose-terms.ts';
import { propose } from './propose.ts';
import type { Wish } from './wish.ts';

/** What comes of a change that was spoken of: a proposal, a question back, what it would mean, or how to ask for it. */
export function* answerWish(wish: Wish, voice: Voice): Topic {
  if (wish.mood === 'quote') return yield* answerQuote(wish, voice);
  if (wish.mood === 'about')
    return sentences(
      voice.say(`about.${wish.tool}`),
      wish.tool === 'change_billing_contact' ? yield* addressNow(voice) : '',
    );
  switch (wish.tool) {
    case 'refund':
      return yield* proposeRefund(wish.target, voice);
    case 'change_plan':
      return yield* proposePlan(wish, voice);
    case 'change_seats':
      return yield* proposeSeats(wish, voice);
    case 'change_billing_contact':
      if (wish.email === undefined) return voice.say('change.which_address');
      return yield* propose(wish.tool, { email: wish.email }, voice);
    case 'retry_payment':
      return yield* proposeRetry(voice);
    default:
      return yield* propose(wish.tool, {}, voice);
  }
}

/** Where invoices go today. */
function* addressNow(voice: Voice): Lookup<string> {
  const email = str(sub(yield* read('get_billing_details'), 'customer'), 'email');
  return email === '' ? '' : voice.say('details.email', { email });
}
