import 'server-only';
import { type Lookup, read, rows, str } from '../answer/read-result.ts';
import { bullets, paragraphs, type Voice } from '../answer/voice.ts';
import { propose } from './propose.ts';
import type { PlanCode, Wish } from './wish.ts';

type PlanWish = Extract<Wish, { tool: 'change_plan' }>;
type SeatWish = Extract<Wish, { tool: 'change_seats' }>;

/** From the smallest plan to the largest. */
const PLANS: readonly PlanCode[] = ['starter', 'team', 'business'];
/** Most seats that one call of the tool takes. */
const MOST_SEATS = 20;

/** The plan that is named; without a name the next larger or smaller one. */
export function* proposePlan({ plan, towards }: PlanWish, voice: Voice): Lookup<string> {
  if (plan) return yield* propose('change_plan', { plan }, voice);
  if (!towards) return voice.say('change.which_plan');
  const now = yield* read('get_plan');
  const at = PLANS.findIndex((code) => code === str(now, 'code'));
  if (at < 0) return voice.say('change.which_plan');
  const next = PLANS[at + (towards === 'up' ? 1 : -1)];
  if (next) return yield* propose('change_plan', { plan: next }, voice);
  return voice.say(towards === 'up' ? 'change.no_larger' : 'change.no_smaller', { name: str(now, 'name') });
}

export function* proposeSeats({ change, count, isNamed }: SeatWish, voice: Voice): Lookup<string> {
  const { support } = voice.facts;
  if (isNamed) return voice.say('change.newest_only', { support });
  if (count === undefined) return voice.say('change.how_many');
  if (count > MOST_SEATS) return voice.say('change.too_many', { support });
  return yield* propose('change_seats', { change, count }, voice);
}

/** The payment that failed; asks which where there are several. */
export function* proposeRetry(voice: Voice): Lookup<string> {
  const payments = rows(yield* read('list_payments'), 'payments');
  const failed = payments.filter((row) => ['failed', 'retrying'].includes(str(row, 'status')));
  const waiting = failed.filter((row) => str(row, 'status') === 'retrying');
  const [only, ...others] = waiting.length > 0 ? waiting : failed;
  if (!only) return voice.say('fail.none');
  if (others.length === 0) return yield* propose('retry_payment', { payment: str(only, 'handle') }, voice);
  const lines = [only, ...others].slice(0, 6).map((row) =>
    voice.say('payments.line', {
      day: voice.day(str(row, 'startedOn')),
      amount: str(row, 'amount'),
      invoice: voice.link(str(row, 'invoiceNumber')),
      status: voice.say('payment.failed'),
      method: '',
    }),
  );
  return paragraphs(voice.say('change.which_of'), bullets(lines));
}
