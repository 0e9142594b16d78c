import 'server-only';
import { read, rows, str, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, type Voice } from '../answer/voice.ts';
import { answerPlan, answerPlanPrice } from '../topics/plan.ts';
import type { Task } from '../types.ts';
import type { Wish } from './wish.ts';

/** What the plan itself costs: what is asked where the quote would change nothing. */
const PRICE: Task = { intent: 'plan_price', concepts: new Set(['plan']), amounts: [] };
/** Begins the hint of `same_already` (`lib/stages/tools/problems.ts`). */
const SAME = /^Nothing would change/;

/** What a change would cost or save, and from when. Changes nothing. */
export function* answerQuote(wish: Wish, voice: Voice): Topic {
  const args = argsOf(wish);
  if (!args) return yield* answerPlan(PRICE, voice);
  const quote = yield* read('quote_change', args);
  if (!quote) return voice.say('change.not_possible', { support: voice.facts.support });
  if (quote.possible !== true) return yield* notPossible(wish, str(quote, 'why'), voice);
  const lines = rows(quote, 'lines').map((line) =>
    voice.say('quote.line', { label: plain(str(line, 'label')), value: plain(str(line, 'value')) }),
  );
  const seat = wish.tool === 'change_seats' ? yield* answerPlanPrice(PRICE, voice) : '';
  return paragraphs(
    voice.say('quote.head', { what: plain(str(quote, 'change')) }),
    bullets(lines),
    seat,
    voice.say('quote.ask'),
  );
}

function* notPossible(wish: Wish, why: string, voice: Voice): Topic {
  if (wish.tool === 'change_plan' && SAME.test(why)) return yield* answerPlanPrice(PRICE, voice);
  return voice.language === 'en' && why !== '' ? voice.say('quote.no', { why }) : voice.say('quote.no_bare');
}

function argsOf(wish: Wish): Record<string, unknown> | null {
  switch (wish.tool) {
    case 'change_plan':
      return wish.plan ? { what: wish.tool, plan: wish.plan } : null;
    case 'change_seats':
      return { what: wish.change === 'add' ? 'add_seats' : 'remove_seats', count: Math.min(wish.count ?? 1, 20) };
    case 'cancel_plan':
    case 'pause_plan':
    case 'resume_plan':
      return { what: wish.tool };
    default:
      return null;
  }
} // prettier-ignore
