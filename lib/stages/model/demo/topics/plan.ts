import 'server-only';
import { num, read, rows, str, texts, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';

export function* answerPlan(_: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  if (!plan) return voice.say('nothing.found', { support: voice.facts.support });
  const entitlements = texts(plan, 'entitlements').map(plain);
  const addons = rows(plan, 'addons').map((row) => str(row, 'name'));
  return paragraphs(
    sentences(nameText(plan, voice), priceText(plan, voice)),
    voice.say(entitlements.length > 0 ? 'plan.includes' : 'plan.includes_bare', seatSlots(plan)),
    bullets(entitlements),
    sentences(
      addons.length > 0 ? voice.say('plan.addons', { list: addons.join(', ') }) : '',
      str(plan, 'pricePerSeat') === ''
        ? ''
        : voice.say('plan.seat_price', { price: str(plan, 'pricePerSeat') }),
    ),
    renewalText(plan, 'plan.renews', voice),
  );
}

export function* answerPlanPrice(task: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  if (!plan) return voice.say('nothing.found', { support: voice.facts.support });
  if (task.concepts.has('addon') || task.text !== undefined) return addonsText(plan, voice);
  if (str(plan, 'pricePerMonth') === '') return sentences(nameText(plan, voice), voice.say('plan.no_price'));
  const seat = str(plan, 'pricePerSeat');
  return sentences(
    nameText(plan, voice),
    priceText(plan, voice),
    seat === '' ? '' : voice.say('plan.seat_price', { price: seat }),
    voice.say('plan.includes_bare', seatSlots(plan)),
  );
}

/** What changed on the plan and by whom; upgrades first when the question names them. */
export function* answerPlanHistory(task: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  const changes = rows(plan, 'changes').toSorted((a, b) => (str(a, 'on') < str(b, 'on') ? 1 : -1));
  if (changes.length === 0) return voice.say('history.none');
  const asksSwitch = ['upgrade', 'downgrade', 'switch', 'plan'].some((word) => task.concepts.has(word));
  const isSwitch = (row: Row) => /^(?:up|down)graded$|^started$/.test(str(row, 'kind'));
  const ordered = asksSwitch
    ? [...changes.filter(isSwitch), ...changes.filter((row) => !isSwitch(row))]
    : changes;
  const lines = ordered.slice(0, 6).map((row) =>
    voice.say('history.line', {
      day: voice.day(str(row, 'on')),
      what: plain(str(row, 'description')),
      by: plain(str(row, 'by')),
    }),
  );
  return paragraphs(voice.say('history.intro'), bullets(lines));
}

/** How many seats, and who added them, newest first. */
export function* answerSeats(_: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  if (!plan) return voice.say('nothing.found', { support: voice.facts.support });
  const seats = activeSeats(plan).toSorted((a, b) => (str(a, 'addedOn') < str(b, 'addedOn') ? 1 : -1));
  const [newest] = seats;
  const slots = (row: Row) => ({
    label: plain(str(row, 'label')),
    day: voice.day(str(row, 'addedOn')),
    by: plain(str(row, 'addedBy')),
  });
  return paragraphs(
    sentences(
      voice.say('seats.count', seatSlots(plan)),
      newest ? voice.say('seats.latest', slots(newest)) : '',
    ),
    seats.length > 1
      ? `${voice.say('seats.who')}\n\n${bullets(seats.slice(0, 12).map((row) => voice.say('seats.line', slots(row))))}`
      : '',
    seats.length > 12 ? voice.say('seats.more') : '',
  );
}

export function* answerAddons(_: Task, voice: Voice): Topic {
  return addonsText(yield* read('get_plan'), voice);
}

export function* answerRenewal(_: Task, voice: Voice): Topic {
  const plan = yield* read('get_plan');
  if (!plan) return voice.say('nothing.found', { support: voice.facts.support });
  const since = str(plan, 'startedOn');
  return sentences(
    renewalText(plan, 'renewal.when', voice),
    priceText(plan, voice),
    since === '' ? '' : voice.say('plan.since', { day: voice.day(since) }),
  );
}

function addonsText(plan: Row | null, voice: Voice): string {
  const addons = rows(plan, 'addons');
  if (addons.length === 0) return voice.say('addons.none');
  const lines = addons.map((row) => {
    const price = str(row, 'pricePerMonth');
    return voice.say(price === '' ? 'addons.line' : 'addons.line_price', {
      name: str(row, 'name'),
      price,
      day: voice.day(str(row, 'addedOn')),
    });
  });
  return paragraphs(voice.say('addons.some'), bullets(lines));
}

export function nameText(plan: Row, voice: Voice): string {
  const [name, status] = [str(plan, 'name'), str(plan, 'status')];
  if (status === 'paused' || status === 'cancelled')
    return voice.say('plan.name_other', { name, status: voice.say(`plan.status_${status}`) });
  return voice.say('plan.name', { name, day: voice.day(str(plan, 'startedOn')) });
}

function priceText(plan: Row, voice: Voice): string {
  const price = str(plan, 'pricePerMonth');
  return price === '' ? '' : voice.say('plan.price', { price });
}

export function renewalText(plan: Row, key: 'plan.renews' | 'renewal.when', voice: Voice): string {
  return voice.say(key, {
    name: str(plan, 'name'),
    day: voice.day(str(plan, 'renewsOn')),
    away: voice.away(num(plan, 'daysUntilRenewal') ?? 0),
  });
}

function activeSeats(plan: Row): Row[] {
  return rows(plan, 'seats').filter((row) => str(row, 'removedOn') === '');
}

export function seatSlots(plan: Row): { used: number; included: number } {
  return { used: activeSeats(plan).length, included: num(plan, 'includedSeats') ?? 0 };
}
